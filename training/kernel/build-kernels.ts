/** Compiles the AssemblyScript kernels and writes them, as base64, into the TypeScript files that embed them. */

import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The part of the compiler's interface that is used here. */
interface Compiler {
  main(
    args: readonly string[],
    options: {
      readFile(name: string, folder: string): string | null;
      writeFile(name: string, contents: Uint8Array | string): void;
      listFiles(): string[];
    },
  ): Promise<{ readonly error: Error | null; readonly stderr: { toString(): string } }>;
}

/** Source, generated file, name of the exported constant. Paths are relative to the repository. */
const KERNELS = [
  ['src/model/kernel/kernel.as', 'src/model/kernel/kernel-bytes.ts', 'KERNEL_BYTES'],
  ['training/kernel/training-kernel.as', 'training/kernel/training-kernel-bytes.ts', 'TRAINING_KERNEL_BYTES'],
] as const;

const FLAGS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory'];

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

for (const [source, target, constant] of KERNELS) {
  const bytes = await compile(await compiler(), source);
  writeFileSync(join(ROOT, target), generated(source, constant, bytes));
  process.stdout.write(`${target}: ${bytes.length} bytes\n`);
}

/** The compiler installed in this checkout, or beside the folder that ASSEMBLYSCRIPT names. */
async function compiler(): Promise<Compiler> {
  const folder = process.env['ASSEMBLYSCRIPT'] ?? ROOT;
  const path = join(folder, 'node_modules/assemblyscript/dist/asc.js');
  return (await import(pathToFileURL(path).href)) as Compiler;
}

/**
 * The wasm bytes of one kernel. Kernels end in `.as`, because the TypeScript
 * compiler would otherwise read them; the AssemblyScript compiler asks for `.ts`.
 */
async function compile(asc: Compiler, source: string): Promise<Uint8Array> {
  let bytes: Uint8Array | null = null;
  const { error, stderr } = await asc.main(
    [source.replace(/\.as$/, '.ts'), ...FLAGS, '--outFile', 'out.wasm'],
    {
      readFile: (name) => (dirname(name).startsWith('node_modules') ? null : read(name)),
      writeFile: (name, contents) => {
        if (basename(name) === 'out.wasm' && typeof contents !== 'string') bytes = contents;
      },
      listFiles: () => [],
    },
  );
  if (error !== null || bytes === null) throw new Error(`${source}: ${stderr.toString()}`, { cause: error });
  return bytes;
}

function read(name: string): string | null {
  try {
    return readFileSync(join(ROOT, name.replace(/\.ts$/, '.as')), 'utf8');
  } catch {
    return null;
  }
}

function generated(source: string, constant: string, bytes: Uint8Array): string {
  const base64 = Buffer.from(bytes).toString('base64');
  const lines = base64.match(/.{1,96}/g) ?? [];
  const body = lines.map((line) => `  '${line}'`).join(' +\n');
  return `/** Made from ${source} by training/kernel/build-kernels.ts; do not edit. */\n\nexport const ${constant} =\n${body};\n`;
}
