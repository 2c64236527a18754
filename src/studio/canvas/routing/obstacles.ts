import type { Rect } from '../element-geometry.ts';

const cell = 256;

/** Rectangles found by place. Answers whether a horizontal or vertical stretch would run into one of them. */
export class Obstacles {
  readonly #cells = new Map<number, number[]>();

  constructor(
    readonly rects: readonly Rect[],
    readonly margin: number,
  ) {
    for (const [index, rect] of rects.entries()) {
      this.#eachCell(rect.x, rect.y, rect.x + rect.width, rect.y + rect.height, (key) => {
        const list = this.#cells.get(key);
        if (list) list.push(index);
        else this.#cells.set(key, [index]);
        return false;
      });
    }
  }

  /** How many rectangles the stretch touches; `except` are the ends it may touch. Stops counting at `enough`. */
  hits(x1: number, y1: number, x2: number, y2: number, except: readonly number[] = [], enough = 1): number {
    return this.#find(x1, y1, x2, y2, except, enough).size;
  }

  /**
   * The free heights between `left` and `right`, as stretches `[from, to]` from top to bottom in which a horizontal
   * line touches nothing.
   */
  freeBands(left: number, right: number): readonly (readonly [from: number, to: number])[] {
    const blocked: [number, number][] = [];
    for (const rect of this.rects) {
      if (rect.x - this.margin < right && left < rect.x + rect.width + this.margin) {
        blocked.push([rect.y - this.margin, rect.y + rect.height + this.margin]);
      }
    }
    blocked.sort((a, b) => a[0] - b[0]);
    const free: [number, number][] = [];
    let bottom = -Infinity;
    for (const [from, to] of blocked) {
      if (from > bottom) free.push([bottom, from]);
      bottom = Math.max(bottom, to);
    }
    free.push([bottom, Infinity]);
    return free;
  }

  #find(
    x1: number,
    y1: number,
    x2: number,
    y2: number,
    except: readonly number[],
    enough: number,
  ): Set<number> {
    const left = Math.min(x1, x2) - this.margin;
    const right = Math.max(x1, x2) + this.margin;
    const top = Math.min(y1, y2) - this.margin;
    const bottom = Math.max(y1, y2) + this.margin;
    const found = new Set<number>();
    this.#eachCell(left, top, right, bottom, (key) => {
      for (const index of this.#cells.get(key) ?? []) {
        const rect = this.rects[index]!;
        if (
          rect.x < right &&
          left < rect.x + rect.width &&
          rect.y < bottom &&
          top < rect.y + rect.height &&
          !except.includes(index)
        ) {
          found.add(index);
        }
      }
      return found.size >= enough;
    });
    return found;
  }

  #eachCell(left: number, top: number, right: number, bottom: number, visit: (key: number) => boolean): void {
    for (let column = Math.floor(left / cell); column <= Math.floor(right / cell); column += 1) {
      for (let row = Math.floor(top / cell); row <= Math.floor(bottom / cell); row += 1) {
        if (visit(column * 65_536 + row)) return;
      }
    }
  }
}
