import { randomBytes } from 'node:crypto';
import { expectNothingByAxe } from './support/accessibility.ts';
import { agentAt, seesMessage } from './support/agent.ts';
import {
  caretList,
  findMacro,
  findResponse,
  openBySubject,
  replyField,
  runMacro,
  selectedWords,
  send,
  takeResponse,
} from './support/answering-by-keys.ts';
import { connect, startDesk } from './support/desk.ts';
import { CANNED_FILE, MACRO_FILE, sha256, standingAt, ticketFrom } from './support/five-answers.ts';
import { expect, OWN_DESK, test } from './support/fixtures.ts';
import { handsAt, watchForMouse } from './support/keyboard-only.ts';
import { pressInInputMethod, typeTelex } from './support/typed-keys.ts';

const RECEIPT = { name: 'receipt 4711.bin', mimeType: 'application/octet-stream', buffer: randomBytes(300_000) };
const CANNED = { name: 'canned.csv', mimeType: 'text/csv', buffer: Buffer.from(CANNED_FILE) };
const MACROS = { name: 'macros.json', mimeType: 'application/json', buffer: Buffer.from(MACRO_FILE) };

/** By customers who read the language that each is called after. */
const SUBJECTS = {
  english: 'Nothing came on Monday',
  british: 'A receipt for my employer',
  ukrainian: 'Де мій намет',
  vietnamese: 'Chưa nhận được hàng',
  offline: 'Рюкзак не приїхав',
} as const;

const TEXTS = {
  english:
    'Hello Hannah,\n\nI have opened a search with the carrier. They answer within one working day, and I will write to you as soon as I hear from them.\n\nYour order 4711 is late and comes on Friday.\n\nRobin',
  british: 'Hello Gemma,\n\nThe receipt for order 4711 is attached.\n\nRobin',
  ukrainian: "Добрий день, Оксана!\n\nВаше замовлення 4712 запізнюється й прибуде у п'ятницю. Вибачте, що так вийшло!",
  vietnamese: 'Xin chào chị Hương, Đơn hàng 4713 của quý khách đến trễ, dự kiến vào thứ Sáu.\n\nFjell & Fathom',
  offline: 'Добрий день, Тарас!\n\nВаше замовлення 4714 запізнюється й прибуде у суботу.',
} as const;

test('five tickets are answered by keys alone in three languages, with macros, canned text and a file, one of them offline', async ({
  startConsole,
  context,
}) => {
  const desk = await startDesk();
  try {
    const from = (name: string, locale: string, subject: string) => ticketFrom(desk, { name, locale }, subject);
    const ids = {
      english: await from('Hannah Whitlock', 'en-US', SUBJECTS.english),
      british: await from('Gemma Thwaite', 'en-GB', SUBJECTS.british),
      ukrainian: await from('Оксана Гриценко', 'uk', SUBJECTS.ukrainian),
      vietnamese: await from('Nguyễn Thị Hương', 'vi', SUBJECTS.vietnamese),
      offline: await from('Тарас Бойко', 'uk', SUBJECTS.offline),
    };
    const mouseUses = await watchForMouse(context);
    const { page } = await startConsole(OWN_DESK);
    const agent = agentAt(page);
    await connect(agent, desk);
    await agent.synced('Test desk');
    const english = handsAt(page);
    const ukrainian = handsAt(page, 'ukrainian');
    const vietnamese = handsAt(page, 'telex');

    await test.step('macros and canned responses are taken from files', async () => {
      await english.press('g', 'Shift+M');
      await expect(page.getByRole('combobox', { name: 'Your macros' })).toBeFocused();
      await english.tabTo(page.getByRole('button', { name: 'Take from a file' }));
      await english.choose(MACROS, 'Enter');
      await expect(page.getByRole('button', { name: 'Take 3 macros' })).toBeFocused();
      await english.press('Enter');
      await expect(page.getByRole('option', { name: /Copy of the receipt/ })).toBeVisible();
      await english.press('Escape', 'g', '/');
      await expect(page.getByRole('combobox', { name: 'Find a canned response' })).toBeFocused();
      await english.tabTo(page.getByRole('button', { name: 'Import…' }));
      await english.choose(CANNED, 'Enter');
      await expect(page.getByRole('button', { name: 'Take 2 responses' })).toBeFocused();
      await english.press('Enter');
      // With the line that begins a new one.
      await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(3);
      await english.press('Escape');
    });

    await test.step('English: a macro of the helpdesk, and a canned response inside its text', async () => {
      await openBySubject(page, english, SUBJECTS.english);
      await findMacro(page, english, 'carrier search');
      await expect(page.getByRole('region', { name: 'What it does' })).toContainText('Hello Hannah,');
      await expectNothingByAxe(page, 'the open picker');
      await english.press('Enter');
      await expect(replyField(page)).toBeFocused();
      // Above the name at the end.
      await english.press('ArrowUp', 'Enter');
      await findResponse(page, english, 'del', 'English');
      await expectNothingByAxe(page, 'the open list at the caret');
      await takeResponse(page, english, '{{ask:order number}}');
      await expectNothingByAxe(page, 'a selected tab stop');
      await english.type('4711');
      await english.press('Tab');
      await english.type('Friday');
      await english.press('ArrowRight', 'Enter');
      await send(page, english);
    });

    await test.step('English: a macro of their own, and a file by its key', async () => {
      await openBySubject(page, english, SUBJECTS.british);
      await runMacro(page, english, 'copy of the receipt');
      await findResponse(page, english, 'rec', '/receipt');
      await takeResponse(page, english, '{{ask:order number}}');
      await english.type('4711');
      await english.choose(RECEIPT, 'Control+Shift+A');
      await expect(page.getByRole('list', { name: 'Attached files' })).toContainText(RECEIPT.name);
      await send(page, english, 'Control+Shift+Enter');
    });

    await test.step('Ukrainian, with the Ukrainian layout on', async () => {
      await openBySubject(page, ukrainian, SUBJECTS.ukrainian);
      await runMacro(page, ukrainian, 'затримка');
      await findResponse(page, ukrainian, 'затр', 'Ukrainian');
      await takeResponse(page, ukrainian, '{{ask:номер}}');
      await ukrainian.type('4712');
      await ukrainian.press('Tab');
      await ukrainian.type("п'ятницю");
      await ukrainian.press('ArrowRight');
      await ukrainian.type(' Вибачте, що так вийшло!');
      await send(page, ukrainian);
    });

    await test.step('Vietnamese, by an input method that takes keys for itself', async () => {
      const taken = async (...codes: readonly string[]): Promise<void> => {
        for (const code of codes)
          for (const as of ['Process', 'named'] as const) await pressInInputMethod(page, code, as);
      };
      await openBySubject(page, vietnamese, SUBJECTS.vietnamese);
      await vietnamese.press('m');
      const picker = page.getByRole('dialog').getByRole('combobox');
      await expect(picker).toBeFocused();
      await typeTelex(page, 'xin lỗi', () => taken('Enter'));
      await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
      await expect(picker).toBeFocused();
      await vietnamese.press('Enter');
      await expect(replyField(page)).toBeFocused();
      await vietnamese.type('Xin chào chị Hương, ');
      await vietnamese.press('/');
      const offered = caretList(page).getByRole('option');
      await expect(offered.first()).toHaveAttribute('aria-selected', 'true');
      const before = await offered.allTextContents();
      expect(before.length).toBeGreaterThan(1);
      await typeTelex(page, 'trễ', async () => {
        await taken('ArrowDown', 'Enter', 'Tab', 'Escape');
        await expect(replyField(page)).toHaveValue('Xin chào chị Hương, /trễ\n\nFjell & Fathom');
        expect(await offered.allTextContents()).toEqual(before);
        await expect(offered.first()).toHaveAttribute('aria-selected', 'true');
      });
      await expect(caretList(page).getByRole('option', { selected: true })).toContainText('Vietnamese');
      await takeResponse(page, vietnamese, '{{ask:số}}');
      await vietnamese.type('4713');
      await vietnamese.press('Tab');
      await expect.poll(() => selectedWords(page)).toBe('{{ask:ngày}}');
      await typeTelex(page, 'thứ Sáu', async () => {
        await taken('Enter', 'Tab');
        await page.keyboard.press('Control+Enter');
        await page.keyboard.press('Control+Shift+Enter');
        await expect(replyField(page)).toBeFocused();
        await expect(page.getByRole('alert')).toHaveCount(0);
      });
      await send(page, vietnamese);
    });

    await test.step('Ukrainian, without the helpdesk', async () => {
      await agent.allSent();
      await openBySubject(page, ukrainian, SUBJECTS.offline);
      await seesMessage(page, `${SUBJECTS.offline}?`);
      await desk.faults.stopListening();
      await runMacro(page, ukrainian, 'затримка');
      await findResponse(page, ukrainian, 'затр', 'Ukrainian');
      await takeResponse(page, ukrainian, '{{ask:номер}}');
      await ukrainian.type('4714');
      await ukrainian.press('Tab');
      await ukrainian.type('суботу');
      await send(page, ukrainian);
      await seesMessage(page, 'прибуде у суботу');
      await expect(page.getByText('All sent')).toHaveCount(0);
      expect(desk.act.countMessages(TEXTS.offline)).toBe(0);
      await desk.faults.listen();
      await ukrainian.press('Shift+S');
      await agent.allSent();
    });

    const { name, mimeType: type, buffer } = RECEIPT;
    const receipt = { name, type, sha256: sha256(buffer) };
    const once = (text: string, files: readonly unknown[] = []) => ({
      updates: 1,
      messages: [{ public: true, text, files }],
    });
    const pending = { status: 'pending', priority: null };
    const standing = async (of: keyof typeof ids) => standingAt(desk, ids[of]);
    expect.soft(await standing('english')).toEqual({ ...once(TEXTS.english), ...pending, tags: ['carrier_search'] });
    expect
      .soft(await standing('british'))
      .toEqual({ ...once(TEXTS.british, [receipt]), status: 'solved', priority: null, tags: ['receipt_sent'] });
    expect.soft(await standing('ukrainian')).toEqual({ ...once(TEXTS.ukrainian), ...pending, tags: ['затримка'] });
    expect
      .soft(await standing('vietnamese'))
      .toEqual({ ...once(TEXTS.vietnamese), status: 'hold', priority: 'high', tags: ['giao_trễ'] });
    expect.soft(await standing('offline')).toEqual({ ...once(TEXTS.offline), ...pending, tags: ['затримка'] });
    expect.soft(Object.values(TEXTS).map(desk.act.countMessages), 'nowhere else').toEqual([1, 1, 1, 1, 1]);
    expect(await mouseUses(page)).toBe(0);
  } finally {
    await desk.stop();
  }
});
