/** Tells how far a long training is and how long it will still take. */

/** Writes at most one line in this time. */
const LINE_EVERY_MS = 15_000;

export class Progress {
  readonly #total: number;
  readonly #started = Date.now();
  readonly #first: number;
  readonly #write: (line: string) => void;
  #lastLine = 0;

  /** `first` steps of `total` were done before. */
  constructor(total: number, first: number, write: (line: string) => void) {
    this.#total = total;
    this.#first = first;
    this.#write = write;
  }

  seconds(): number {
    return (Date.now() - this.#started) / 1000;
  }

  /** Reports that `done` steps are done, if the last line is some time ago. */
  at(done: number, what: string): void {
    const now = Date.now();
    if (now - this.#lastLine < LINE_EVERY_MS) return;
    this.#lastLine = now;
    const rate = (done - this.#first) / Math.max(0.001, this.seconds());
    const left = rate > 0 ? Math.round((this.#total - done) / rate) : 0;
    const percent = ((100 * done) / this.#total).toFixed(1);
    this.#write(`${percent} %, ${Math.floor(left / 60)} min ${left % 60} s left: ${what}\n`);
  }
}
