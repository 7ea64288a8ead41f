/** One block of 32-bit floats that all matrices of a model live in, and the kernel that computes on it. */

import { KERNEL_BYTES } from './kernel-bytes.ts';
import type { Kernel } from './kernel.ts';
import { plainKernel } from './plain-kernel.ts';
import { instantiate, memoryOf, moduleOf } from './web-assembly.ts';
import type { WasmMemory, WasmModule } from './web-assembly.ts';

const BYTES_PER_FLOAT = 4;
const PAGE_BYTES = 65_536;

/** Every allocation begins at a multiple of this, in floats, so that rows of 8 are aligned. */
const ALIGNMENT_FLOATS = 8;

/** The first floats of the memory are the kernel's own: `SCRATCH` in `kernel.as` lies there. */
const FIRST_FLOAT = 32_768;

export interface ArenaOptions {
  /** Room at the start, in floats; the arena grows when it is not enough. */
  readonly floats?: number;
  /** Computes in plain JavaScript even where SIMD is there. The results are the same, bit for bit. */
  readonly plain?: boolean;
}

/**
 * Memory that is given out from the bottom and taken back to a mark.
 *
 * `floats` is replaced when the arena grows: read it again after every `allocate`.
 */
export class Arena {
  readonly kernel: Kernel;
  /** The memory that WebAssembly modules share; null when computing in plain JavaScript. */
  readonly memory: WasmMemory | null;
  floats: Float32Array;
  #top = FIRST_FLOAT;

  constructor({ floats = 1_048_576, plain = false }: ArenaOptions = {}) {
    const module = plain ? null : simdModule();
    if (module === null) {
      this.memory = null;
      this.floats = new Float32Array(floats);
      this.kernel = plainKernel(this);
      return;
    }
    this.memory = memoryOf(pagesFor(floats));
    this.floats = new Float32Array(this.memory.buffer);
    this.kernel = instantiate(module, this.memory) as Kernel;
  }

  /** Room for `count` floats, whatever they hold now. */
  allocate(count: number): number {
    const start = this.#top;
    this.#top += Math.ceil(count / ALIGNMENT_FLOATS) * ALIGNMENT_FLOATS;
    if (this.#top > this.floats.length) this.#grow();
    return start;
  }

  /** Room for `count` floats, all zero. */
  allocateZeros(count: number): number {
    const start = this.allocate(count);
    this.floats.fill(0, start, start + count);
    return start;
  }

  mark(): number {
    return this.#top;
  }

  /** Takes back everything allocated since `mark`. */
  release(mark: number): void {
    this.#top = mark;
  }

  #grow(): void {
    const wanted = Math.ceil(this.#top * 1.25);
    if (this.memory === null) {
      const larger = new Float32Array(wanted);
      larger.set(this.floats);
      this.floats = larger;
      return;
    }
    this.memory.grow(pagesFor(wanted) - this.memory.buffer.byteLength / PAGE_BYTES);
    this.floats = new Float32Array(this.memory.buffer);
  }
}

/** The kernel's module, or null where the platform has no WebAssembly SIMD. */
function simdModule(): WasmModule | null {
  try {
    return moduleOf(KERNEL_BYTES);
  } catch {
    return null;
  }
}

function pagesFor(floats: number): number {
  return Math.ceil((floats * BYTES_PER_FLOAT) / PAGE_BYTES);
}
