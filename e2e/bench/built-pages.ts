import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, preview, type InlineConfig } from 'vite';

/** A production build, served on a free port until it is closed. */
export interface BuiltPage {
  readonly url: string;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

export function serveStudio(): Promise<BuiltPage> {
  return serve({ root, configFile: join(root, 'vite.config.ts') });
}

/** The bare React Flow canvas, at `/bare.html`. */
export function serveBare(): Promise<BuiltPage> {
  return serve({
    root: here,
    configFile: false,
    plugins: [react()],
    build: { rollupOptions: { input: join(here, 'bare.html') } },
  });
}

async function serve(config: InlineConfig): Promise<BuiltPage> {
  const outDir = await mkdtemp(join(tmpdir(), 'sopwright-bench-'));
  const chosen: InlineConfig = {
    ...config,
    logLevel: 'warn',
    build: { ...config.build, outDir, emptyOutDir: true },
  };
  await build(chosen);
  const server = await preview({ ...chosen, preview: { host: '127.0.0.1', port: 0, strictPort: false } });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the preview has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
