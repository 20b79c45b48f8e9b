import { describe, expect, it } from 'vitest';
import { readCallLink } from '#main/calls/call-link.ts';

const call = (over: object = {}) => ({
  externalId: null,
  direction: 'in',
  number: '+4791234567',
  name: '',
  line: '',
  queue: '',
  ...over,
});

describe('a link to a call', () => {
  it.each([
    ['holdfast://call?number=+4791234567', {}],
    ['holdfast://call/?number=%2B4791234567', {}],
    ['HOLDFAST://CALL?number=%2B4791234567', {}],
    ['holdfast:call?number=+4791234567', {}],
    ['web+holdfast:call?number=+4791234567', {}],
    ['web+holdfast://call?number=+4791234567', {}],
    ['holdfast://call?number=+4791234567&direction=out', { direction: 'out' }],
    ['holdfast://call?number=+4791234567&direction=&name=&id=', {}],
    [
      'holdfast://call?number=+4791234567&name=Ann+Berg&id=1700000.42',
      { name: 'Ann Berg', externalId: 'link:1700000.42' },
    ],
    ['holdfast://call?number=+4791234567&name=%E2%80%AEgreB%0Annn', { name: 'greB nnn' }],
    ['holdfast://call?number=+4791234567&campaign=7', {}],
    ['holdfast://call?number=Anonymous&direction=in', { number: '' }],
    ['holdfast://call?number=*21%23', { number: '*21#' }],
    ['tel:+4791234567', {}],
    ['TEL:+47-91-23-45-67', {}],
    ['tel:%2B47%2091%2023%2045%2067', {}],
    ['tel:91234567;phone-context=+47', {}],
    ['tel:91234567;phone-context=example.com', { number: '91234567' }],
    ['tel:+4721000000;ext=12', { number: '+4721000000;ext=12' }],
    ['tel:112', { number: '112' }],
    ['tel:*21%23', { number: '*21#' }],
  ])('%s', (link, over) => expect(readCallLink(link)).toEqual(call(over)));

  it.each([
    '',
    '%',
    'tel:',
    'tel:anonymous',
    'tel:javascript:alert(1)',
    'tel:<script>1</script>',
    'https://call?number=1',
    'holdfast://ticket/a:1',
    'holdfast://call',
    'holdfast://call?',
    'holdfast://call?number=%25CallerNumber%25',
    'holdfast://call?number=alert',
    'holdfast://call?number=1%0A2',
    'holdfast://call?number=1%3Cb%3E',
    'holdfast://call?number=&direction=out',
    'holdfast://call?number=112&direction=sideways',
    'holdfast://call?number=112&id=%2F..%2F',
    'holdfast://call?number=112#x',
    'holdfast://call.evil.example?number=112',
    'holdfast://user@call?number=112',
    `holdfast://call?number=${'1'.repeat(61)}`,
    `tel:${'1'.repeat(3_000)}`,
    'holdfast://call?name=Ann',
  ])('refuses %j', (link) => expect(readCallLink(link)).toBeNull());
});
