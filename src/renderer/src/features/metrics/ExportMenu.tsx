import { Menu } from '@base-ui/react/menu';
import { Download } from 'lucide-react';
import type { Zone } from '#shared/metrics/zone.ts';
import { useCommands } from '../../commands/use-command.tsx';
import { useText } from '../../state/text-context.tsx';
import type { MetricsAnswer, MetricsQuery } from '../../store/desk-metrics.ts';
import { Button } from '../../ui/Button.tsx';
import menu from '../../ui/Menu.module.css';
import { saveFile } from '../../ui/save-file.ts';
import { figuresAsCsv, figuresAsJson } from './export-figures.ts';
import { daysOf } from './ranges.ts';

/** What leaves the machine, and only when it is asked for; and what comes in by a file. */
export function ExportMenu({
  answer,
  query,
  zone,
}: {
  readonly answer: MetricsAnswer | undefined;
  readonly query: MetricsQuery;
  readonly zone: Zone;
}) {
  const t = useText();
  const registry = useCommands();
  const save = (ending: string, mimeType: string, text: string): void => {
    const { from, to } = daysOf(query.range, zone);
    saveFile(`figures-${from}-${to}.${ending}`, { mimeType, bytes: new TextEncoder().encode(text) });
  };
  return (
    <Menu.Root>
      <Menu.Trigger
        render={
          <Button look="icon" icon={<Download />}>
            {t('metrics.export.label')}
          </Button>
        }
      />
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className={menu.positioner}>
          <Menu.Popup className={menu.popup}>
            <Menu.Item className={menu.item} onClick={() => registry.run('metrics.copyDay', 'menu')}>
              {t('commands.metrics.copyDay')}
            </Menu.Item>
            <Menu.Item
              className={menu.item}
              disabled={!answer}
              onClick={() => answer && save('csv', 'text/csv', figuresAsCsv(answer, query))}
            >
              {t('metrics.export.csv')}
            </Menu.Item>
            <Menu.Item
              className={menu.item}
              disabled={!answer}
              onClick={() => answer && save('json', 'application/json', figuresAsJson(answer, query))}
            >
              {t('metrics.export.json')}
            </Menu.Item>
            <Menu.Separator className={menu.rule} />
            <Menu.Item className={menu.item} onClick={() => registry.run('metrics.importSurvey', 'menu')}>
              {t('commands.metrics.importSurvey')}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
