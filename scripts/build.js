// Compiles src to dist from nothing, so that a file that was deleted is gone, builds the page and that of the API, and makes the command executable.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import absolutePath from 'swagger-ui-dist/absolute-path.js';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
rmSync(join(root, 'dist'), { recursive: true, force: true });
execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.json')], { stdio: 'inherit' });
await build({ configFile: join(root, 'web', 'vite.config.ts'), logLevel: 'warn' });
// The page of the API runs from copies: what is installed stays small, and nothing is fetched when it opens.
for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'swagger-ui-bundle.js.LICENSE.txt']) {
  copyFileSync(join(absolutePath(), file), join(root, 'dist', 'web', 'apidocs', file));
}
chmodSync(join(root, 'dist', 'cli', 'main.js'), 0o755);

// In the checkout itself npx looks for commands of installed packages only: make this one of them.
const commands = join(root, 'node_modules', '.bin');
const command = join(commands, 'mercato');
if (process.platform !== 'win32' && existsSync(commands)) {
  rmSync(command, { force: true });
  symlinkSync(join('..', '..', 'dist', 'cli', 'main.js'), command);
}
