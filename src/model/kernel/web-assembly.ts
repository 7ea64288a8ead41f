/** The few parts of the WebAssembly interface that are used, which the types of Node leave out. */

/** Memory that modules share; it grows by pages of 64 kB, and each growth replaces `buffer`. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** A compiled module; only ever handed back to `instantiate`. */
export type WasmModule = object;

interface WasmInterface {
  readonly Memory: new (options: { initial: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Instance: new (module: WasmModule, imports: object) => { readonly exports: object };
}

const wasm = (globalThis as unknown as { readonly WebAssembly: WasmInterface }).WebAssembly;

/** A compiled module from its embedded base64; throws where the platform lacks something it uses. */
export function moduleOf(base64: string): WasmModule {
  return new wasm.Module(Buffer.from(base64, 'base64'));
}

export function memoryOf(pages: number): WasmMemory {
  return new wasm.Memory({ initial: pages });
}

/** The functions of a module, working on `memory`. */
export function instantiate(module: WasmModule, memory: WasmMemory): object {
  return new wasm.Instance(module, { env: { memory } }).exports;
}
