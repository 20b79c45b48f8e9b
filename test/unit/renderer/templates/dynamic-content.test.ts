import { expect, test } from 'vitest';
import { render } from './fixtures.ts';

/** Under the names that a template has them by; they are templates themselves. */
const dc = {
  plain: 'Send it within 14 days.',
  greeting: 'Hello {{ticket.requester.first_name}},',
  order: '{% if ticket.order %}Order {{ticket.order}}{% else %}No order{% endif %}',
  call: 'Call {{ticket.requester.phone}}',
  letter: '{{dc.greeting}} {{dc.plain}}',
  wrapped: '[{{dc.letter}}]',
  deeper: '<{{dc.wrapped}}>',
  itself: 'I say: {{dc.itself}}',
  ping: 'ping {{dc.pong}}',
  pong: 'pong {{dc.ping}}',
  broken: 'Hello {{ticket.id',
  strange: '{{ ticket.id | no_such_filter }}',
  stop: 'Dear {{cursor}}',
  empty: '',
};
const data = { ticket: { order: 'FF-7', requester: { first_name: 'Zoë', phone: null } }, dc };

test.each<[template: string, text: string, unresolved: readonly string[]]>([
  ['{{dc.plain}}', 'Send it within 14 days.', []],
  // Its own placeholders are filled in, too.
  ['{{dc.greeting}} thank you.', 'Hello Zoë, thank you.', []],
  ['{{ dc["greeting"] | upcase }}', 'HELLO ZOË,', []],
  ['{{dc.order}}', 'Order FF-7', []],
  ['{% if dc.plain contains "14" %}two weeks{% endif %}', 'two weeks', []],
  // What resolves to nothing in it is marked as it is anywhere.
  ['{{dc.call}}!', 'Call {{ticket.requester.phone}}!', ['{{ticket.requester.phone}}']],
  ['{{ dc.call | upcase }}', 'CALL {{ticket.requester.phone}}', ['{{ticket.requester.phone}}']],
  ['{{dc.stop}}', 'Dear {{cursor}}', []],
  // One that is not there, and one that has nothing to say or a mistake.
  ['{{dc.missing}}', '{{dc.missing}}', ['{{dc.missing}}']],
  ['{{dc.missing | default: "Hello"}}', 'Hello', []],
  ['{{dc.empty}}', '{{dc.empty}}', ['{{dc.empty}}']],
  ['{{dc.broken}} {{dc.strange}}', '{{dc.broken}} {{dc.strange}}', ['{{dc.broken}}', '{{dc.strange}}']],
  // One may stand in another, so deep and no deeper, and never in itself.
  ['{{dc.wrapped}}', '[Hello Zoë, Send it within 14 days.]', []],
  ['{{dc.deeper}}', '<[{{dc.greeting}} {{dc.plain}}]>', ['{{dc.greeting}}', '{{dc.plain}}']],
  ['{{dc.itself}}', 'I say: {{dc.itself}}', ['{{dc.itself}}']],
  ['{{dc.ping}}', 'ping pong {{dc.ping}}', ['{{dc.ping}}']],
])('%s', (template, text, unresolved) => {
  expect(render(template, data)).toEqual({ ok: true, value: { text, unresolved } });
});

test('placeholders of other names are not filled in a second time', () => {
  const said = { ticket: { title: '{{dc.plain}} {{ticket.id}}', id: 7 }, dc };
  expect(render('{{ticket.title}}', said)).toEqual({
    ok: true,
    value: { text: '{{dc.plain}} {{ticket.id}}', unresolved: [] },
  });
});
