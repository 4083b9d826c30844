import { describe, expect, it } from 'vitest';
import { readConfig } from '../../app/config.ts';
import { DiembaoError } from '../../core/errors.ts';

function refusal(settings: Record<string, string>): string {
  try {
    readConfig(settings);
    return 'nothing was thrown';
  } catch (error) {
    return error instanceof DiembaoError ? error.message : String(error);
  }
}

describe('the night is set', () => {
  it('by default to 00:30-05:30 with a report at 06:00 and no sweeps, and nothing is sent', () => {
    expect(readConfig({}).night).toEqual({
      window: { start: 30, end: 330 },
      report: 360,
      sweeps: [],
      webhook: null,
      smtp: null,
      reportTo: [],
      heartbeat: null,
    });
  });

  it('by the environment', () => {
    const { night } = readConfig({
      DIEMBAO_NIGHT: '22:00-04:00',
      DIEMBAO_REPORT: '05:15',
      DIEMBAO_SWEEPS: '16:00, 11:00,16:00',
      DIEMBAO_REPORT_TO: 'lan@bao.vn, minh@bao.vn',
      DIEMBAO_SMTP_URL: 'smtp://127.0.0.1:2525',
    });
    expect(night).toMatchObject({
      window: { start: 1320, end: 240 },
      report: 315,
      sweeps: [660, 960],
      reportTo: ['lan@bao.vn', 'minh@bao.vn'],
      smtp: 'smtp://127.0.0.1:2525',
    });
  });

  it.each([
    ['DIEMBAO_NIGHT', '00:30', 'must be HH:mm-HH:mm'],
    ['DIEMBAO_NIGHT', '00:30-25:00', 'must be HH:mm-HH:mm'],
    ['DIEMBAO_NIGHT', '00:30-05:30-06:00', 'must be HH:mm-HH:mm'],
    ['DIEMBAO_NIGHT', '00:30-00:30', 'must last 30 minutes'],
    ['DIEMBAO_NIGHT', '00:30-00:45', 'must last 30 minutes'],
    ['DIEMBAO_REPORT', '6:00', 'must be HH:mm'],
    ['DIEMBAO_SWEEPS', '11h', 'HH:mm separated by commas'],
    ['DIEMBAO_REPORT_TO', 'lan', 'lan is no e-mail address'],
    ['DIEMBAO_REPORT_WEBHOOK', 'ftp://bao.vn', 'DIEMBAO_REPORT_WEBHOOK'],
    ['DIEMBAO_SMTP_URL', 'http://bao.vn', 'DIEMBAO_SMTP_URL'],
  ])('not by %s = %s', (name, value, message) => {
    expect(refusal({ [name]: value })).toContain(`${name} = "${value}"`);
    expect(refusal({ [name]: value })).toContain(message);
  });
});
