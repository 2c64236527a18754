import { chmodSync } from 'node:fs';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** What the built page may load. Monaco and React Flow set inline styles, hence `style-src`; scripts never come inline. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** Static hosts send no headers of ours, so the built page carries its policy itself. */
function policyInPage(): Plugin {
  return {
    name: 'sopwright-content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** npm links a command as it finds it, so what is built must be runnable. */
function executableCommand(): Plugin {
  return {
    name: 'sopwright-executable-command',
    writeBundle: () => chmodSync('dist/cli/main.js', 0o755),
  };
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: isSsrBuild ? [executableCommand()] : [react(), tailwindcss(), policyInPage()],
  worker: { format: 'es' },
  publicDir: isSsrBuild ? false : 'public',
  build: isSsrBuild
    ? { outDir: 'dist/cli', target: 'node20', emptyOutDir: true }
    : { outDir: 'dist/studio', target: 'es2022', chunkSizeWarningLimit: 6000 },
  preview: {
    host: '127.0.0.1',
    headers: {
      'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
    },
  },
  server: { host: '127.0.0.1' },
  test: { include: ['src/**/*.test.ts', 'src/**/*.test.tsx'], testTimeout: 60_000 },
}));
