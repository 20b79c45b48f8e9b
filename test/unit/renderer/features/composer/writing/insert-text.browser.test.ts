import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { watchComposition } from '../../../../../../src/renderer/src/features/composer/writing/composition.ts';
import { applyEdit, insertText } from '../../../../../../src/renderer/src/features/composer/writing/insert-text.ts';

describe('text put into a field', () => {
  let field: HTMLTextAreaElement;
  let stop: () => void;
  let heard: string[];

  beforeEach(() => {
    field = document.createElement('textarea');
    document.body.append(field);
    stop = watchComposition(field);
    heard = [];
    field.addEventListener('input', () => heard.push(field.value));
    field.focus();
  });
  afterEach(() => {
    stop();
    field.remove();
  });

  it('goes over the selection, is one step of undo and one of redo', async () => {
    await userEvent.keyboard('one two');
    field.setSelectionRange(0, 3);
    expect(insertText(field, 'first line\nsecond')).toBe(true);
    expect(field.value).toBe('first line\nsecond two');
    expect(field.selectionStart).toBe('first line\nsecond'.length);
    expect(heard.at(-1)).toBe('first line\nsecond two');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(field.value).toBe('one two');
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(field.value).toBe('first line\nsecond two');
  });

  it('takes text out in one step, and selects what it is told to', async () => {
    await userEvent.keyboard('one two');
    applyEdit(field, { from: 0, to: 4, text: '', select: { start: 1, end: 2 } });
    expect([field.value, field.selectionStart, field.selectionEnd]).toEqual(['two', 1, 2]);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(field.value).toBe('one two');
  });

  it('brings line ends of other systems into the form that the field has', () => {
    insertText(field, 'a\r\nb\rc');
    expect(field.value).toBe('a\nb\nc');
    expect(new Set(heard)).toEqual(new Set(['a\nb\nc']));
  });

  it('puts many lines in as one letter, whatever they look like', async () => {
    await userEvent.keyboard('to ');
    heard = [];
    const text = `<b>Marit</b> &amp; co,\n\n\tit  is\u00a0{{ask:day}}\n- "один"\n\n`;
    insertText(field, text);
    expect(heard).toEqual([`to ${text}`]);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(field.value).toBe('to ');
    insertText(field, 'a\0\nb');
    expect(field.value).toBe('to a\0\nb');
  });

  it('puts text in also where the browser’s own way does nothing, and says so as typing would', () => {
    const command = document.execCommand.bind(document);
    document.execCommand = () => false;
    insertText(field, 'all the same');
    document.execCommand = command;
    expect(field.value).toBe('all the same');
    expect(heard).toEqual(['all the same']);
  });

  it('leaves text alone that an input method is composing', async () => {
    await cdp().send('Input.imeSetComposition', { text: 'ti', selectionStart: 2, selectionEnd: 2 });
    expect(field.value).toBe('ti');
    expect(insertText(field, 'no')).toBe(false);
    expect(field.value).toBe('ti');
    await cdp().send('Input.insertText', { text: 'tiếng' });
    expect(insertText(field, ' Việt')).toBe(true);
    expect(field.value).toBe('tiếng Việt');
  });
});
