import { Command } from 'commander';
import { doctor } from '../../app/doctor.ts';
import { type CommonOptions, configOf, json, line, type MakeCommand } from '../io.ts';

const SIGNS = { ok: '✓', note: '!', fault: '✗' } as const;

/** `doctor`: what is configured, reachable, missing, and what to do. Exit 1 where something is at fault. */
export const doctorCommand: MakeCommand = (io, exit) =>
  new Command('doctor')
    .description(
      'kiểm tra cài đặt và cho biết cần làm gì / check what is configured, reachable, missing, and what to do',
    )
    .action(async (options: CommonOptions) => {
      const findings = await doctor(configOf(io, options));
      if (findings.some(({ state }) => state === 'fault')) exit(1);
      if (options.json) return json(io, findings);
      for (const { part, state, message, hint, code } of findings) {
        await line(io, `${SIGNS[state]} ${part}: ${state === 'ok' ? '' : `${code}: `}${message}`);
        if (hint) await line(io, `    → ${hint}`);
      }
    });
