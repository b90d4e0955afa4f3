// Runs the built command again and again in one process of its own, so that its modules are loaded once.
import { chdir } from 'node:process';
import { pathToFileURL } from 'node:url';

const { run } = await import(pathToFileURL(process.argv[2]).href);
const environment = { ...process.env };
for (const emitter of [process, process.stdout, process.stderr]) emitter.setMaxListeners(0);

process.on('message', async ({ args, cwd, env }) => {
  chdir(cwd);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, environment, env);
  const said = { out: '', err: '' };
  const [out, err] = [process.stdout.write, process.stderr.write];
  process.stdout.write = (text) => {
    said.out += text;
    return true;
  };
  process.stderr.write = (text) => {
    said.err += text;
    return true;
  };
  const code = await run(args, '0.0.0').catch((error) => `thrown: ${error}`);
  process.stdout.write = out;
  process.stderr.write = err;
  process.send({ code, ...said });
});
process.send('ready');
