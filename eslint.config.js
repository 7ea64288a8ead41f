/** Lint: only what the compiler cannot see. */

import tseslint from 'typescript-eslint';

const PURE_ROOMS = ['document', 'text', 'pipeline', 'clean', 'annotate', 'resolve', 'extract', 'consolidate'];

/** What a pure room may not touch: clock, chance, network, terminal. */
const IMPURE_GLOBALS = ['fetch', 'console', 'process', 'setTimeout', 'setInterval', 'performance', 'crypto'];
const IMPURE_PROPERTIES = [
  { object: 'Date', property: 'now' },
  { object: 'Math', property: 'random' },
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'models/', 'samples/', '**/*.mjs', '**/*.cjs', 'web/dist/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        project: ['./tsconfig.json', './web/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-expressions': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-var': 'error',
      'no-console': 'error',
    },
  },
  {
    files: PURE_ROOMS.map((room) => `src/${room}/**/*.ts`),
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', ...IMPURE_GLOBALS],
      'no-restricted-properties': ['error', ...IMPURE_PROPERTIES],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "ImportDeclaration[source.value='node:crypto'] ImportSpecifier[imported.name!='createHash']",
          message: 'A pure room may hash and nothing else.',
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'A pure room has no clock.',
        },
      ],
    },
  },
  {
    files: ['scripts/**/*.ts', 'evaluation/**/*.ts', 'bench/**/*.ts', 'training/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
);
