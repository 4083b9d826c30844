/** The pages of docs/ that are made from code, so that they are always true. */

import { SETTINGS } from '../app/config.ts';
import { OUTCOMES } from '../core/outcomes.ts';
import { WARC_OUTCOMES } from '../core/warc-outcomes.ts';
import { buildProgram } from './program.ts';

const GENERATED = '<!-- Made by `npm run docs`; edit the code instead. -->\n';

function cliPage(): string {
  const program = buildProgram(
    {
      out: () => undefined,
      err: () => undefined,
      env: {},
      stdin: process.stdin,
      interactive: false,
      signal: new AbortController().signal,
    },
    () => undefined,
  );
  const commands = program.commands.map((command) => {
    command.configureHelp({ helpWidth: 100 });
    return `## ${command.name()}\n\n\`\`\`\n${command.helpInformation().trim()}\n\`\`\`\n`;
  });
  return `# The command line
${GENERATED}
In a checkout: \`npx diembao COMMAND\`. Data goes to stdout, everything else to stderr; \`--json\` gives one JSON
document. Exit codes: 0 done, 1 done in part or failed, 2 wrong usage.

${commands.join('\n')}`;
}

function settingsPage(): string {
  const rows = Object.entries(SETTINGS).map(
    ([name, { en, vi, default: fallback }]) =>
      `| \`${name}\` | ${fallback === '' ? '' : `\`${fallback}\``} | ${en}<br>${vi} |`,
  );
  return `# Settings
${GENERATED}
Settings are environment variables; nothing has to be set for the embedded default.

| name | default | meaning |
|---|---|---|
${rows.join('\n')}

Tests and benches find text from outside by \`DIEMBAO_SEED\`, \`DIEMBAO_PAGES\` and \`DIEMBAO_CORPUS\`
(CONTRIBUTING.md); the program itself never reads these.
`;
}

function outcomesPage(): string {
  const rows = Object.entries(OUTCOMES).map(
    ([code, { en, vi }]) => `| \`${code}\` | ${en} | ${vi} |`,
  );
  const records = WARC_OUTCOMES.map(({ code, en, vi }) => `| \`${code}\` | ${en} | ${vi} |`);
  return `# Outcomes
${GENERATED}
Everything that happens to a URL or a page ends in one of these. \`status\`, \`parse --json\` and the status page
speak in these codes.

| code | meaning | nghĩa |
|---|---|---|
${rows.join('\n')}

## Records of a WARC file
What becomes of each record that \`archive import\` meets:

| code | meaning | nghĩa |
|---|---|---|
${records.join('\n')}
`;
}

/** File name in docs/ -> text. */
export function generatedDocs(): ReadonlyMap<string, string> {
  return new Map([
    ['cli.md', cliPage()],
    ['configuration.md', settingsPage()],
    ['outcomes.md', outcomesPage()],
  ]);
}
