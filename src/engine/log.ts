/** A list that is written over and over. It keeps its room from one run to the next: growing anew costs more than writing. */
export class Log<Item> {
  private readonly room: Item[] = [];
  private count = 0;

  push(item: Item): void {
    this.room[this.count++] = item;
  }

  clear(): void {
    this.count = 0;
  }

  /** What was written since it was cleared, as a list of its own. */
  items(): Item[] {
    return this.room.slice(0, this.count);
  }
}
