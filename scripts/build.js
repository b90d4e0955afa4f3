// Compiles src to dist from nothing, so that a file that was deleted is gone, builds the page, and makes the command executable.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
rmSync(join(root, 'dist'), { recursive: true, force: true });
execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.json')], { stdio: 'inherit' });
await build({ configFile: join(root, 'web', 'vite.config.ts'), logLevel: 'warn' });
chmodSync(join(root, 'dist', 'cli', 'main.js'), 0o755);

// In the checkout itself npx looks for commands of installed packages only: make this one of them.
const commands = join(root, 'node_modules', '.bin');
const command = join(commands, 'mercato');
if (process.platform !== 'win32' && existsSync(commands)) {
  rmSync(command, { force: true });
  symlinkSync(join('..', '..', 'dist', 'cli', 'main.js'), command);
}
