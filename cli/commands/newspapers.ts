import { Command } from 'commander';
import { loadNewspapers } from '../../newspapers/index.ts';
import { type CommonOptions, json, line, type MakeCommand } from '../io.ts';
import { table } from '../table.ts';

/** `newspapers`: the papers that this installation knows, and how sure their rules are. */
export const newspapersCommand: MakeCommand = (io) =>
  new Command('newspapers')
    .description('các báo đã khai báo / the newspapers that are defined')
    .action(async (options: CommonOptions) => {
      const { newspapers } = await loadNewspapers();
      if (options.json) {
        await json(
          io,
          newspapers.map(({ id, name, origin, province, family, confidence, hash }) => ({
            id,
            name,
            origin,
            province,
            family,
            confidence,
            hash,
          })),
        );
        return;
      }
      await line(
        io,
        table([
          ['MÃ', 'TÊN BÁO', 'ĐỊA CHỈ', 'TỈNH', 'HỌ CMS', 'ĐỘ CHẮC'],
          ...newspapers.map((paper) => [
            paper.id,
            paper.name,
            paper.origin,
            paper.province ?? '-',
            paper.family,
            paper.confidence,
          ]),
        ]),
      );
    });
