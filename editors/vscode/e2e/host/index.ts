// The entry point that the extension host calls: runs the suites with mocha and writes down what happened.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

interface Result {
  readonly name: string;
  readonly error?: string;
}

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false });
  for (const suite of ['suite', 'writing', 'views', 'life']) mocha.addFile(path.join(__dirname, `${suite}.js`));
  const results: Result[] = [];
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) => results.push({ name: test.fullTitle() }));
    runner.on('fail', (test, error: Error) => results.push({ name: test.fullTitle(), error: error.stack ?? String(error) }));
  });
  const report = process.env.DINGGAO_TEST_REPORT;
  if (report !== undefined) writeFileSync(report, JSON.stringify(results, null, 1));
  if (failures > 0) throw new Error(`${failures} failed`);
}
