import { once } from 'node:events';

const chunkSize = 64 * 1024;

/** Writes lines in large pieces, no faster than they are taken. */
export class LineWriter {
  private buffer = '';

  constructor(private readonly stream: NodeJS.WriteStream) {}

  async write(line: string): Promise<void> {
    this.buffer += `${line}\n`;
    if (this.buffer.length >= chunkSize) await this.flush();
  }

  async end(): Promise<void> {
    if (this.buffer !== '') await this.flush();
  }

  private async flush(): Promise<void> {
    const { buffer } = this;
    this.buffer = '';
    if (!this.stream.write(buffer)) await once(this.stream, 'drain');
  }
}
