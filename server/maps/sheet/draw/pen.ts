/** Writes a path in points. */
export class Pen {
  #d = '';
  #x = 0;
  #y = 0;
  move(x: number, y: number): void {
    [this.#x, this.#y] = [Math.round(x * 10), Math.round(y * 10)];
    this.#d += `M${this.#x / 10} ${this.#y / 10}`;
  }
  /** Steps in tenths of a point: half the bytes of places. */
  line(x: number, y: number): void {
    const [nextX, nextY] = [Math.round(x * 10), Math.round(y * 10)];
    const [dx, dy] = [nextX - this.#x, nextY - this.#y];
    if (dx === 0 && dy === 0) return;
    this.#d += `l${dx / 10}${dy < 0 ? '' : ' '}${dy / 10}`;
    [this.#x, this.#y] = [nextX, nextY];
  }
  close(): void {
    this.#d += 'Z';
  }
  get d(): string {
    return this.#d;
  }
}
