import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editWithStops, goToStop } from '../../../../../../src/renderer/src/features/composer/canned/tab-stops.ts';
import { applyEdit } from '../../../../../../src/renderer/src/features/composer/writing/insert-text.ts';

describe('what is left to fill in', () => {
  let field: HTMLTextAreaElement;
  beforeEach(() => {
    field = document.createElement('textarea');
    document.body.append(field);
  });
  afterEach(() => field.remove());

  const put = (value: string, from: number, to: number, text: string): void => {
    field.value = value;
    applyEdit(field, editWithStops(from, to, text));
  };
  const selected = (): string => field.value.slice(field.selectionStart, field.selectionEnd);

  it('is selected as a response is put in, to be typed over', () => {
    put('Hello, /num', 7, 11, 'is it {{ask:order number}} or {{ask:date}}?');
    expect(field.value).toBe('Hello, is it {{ask:order number}} or {{ask:date}}?');
    expect(selected()).toBe('{{ask:order number}}');
  });

  it('gives way to the caret where that is all', () => {
    put('/hi', 0, 3, 'Hello,\n\n{{cursor}}\n\nOlha');
    expect(field.value).toBe('Hello,\n\n\n\nOlha');
    expect([field.selectionStart, field.selectionEnd]).toEqual([8, 8]);
  });

  it('leaves the caret behind a text that asks nothing', () => {
    put('a /b c', 2, 4, 'words');
    expect(field.value).toBe('a words c');
    expect(field.selectionStart).toBe(7);
  });

  it('is gone through in order and back, and no further than it goes', () => {
    field.value = 'A {{ask:one}} b {{ask:two}} c';
    field.setSelectionRange(0, 0);
    expect([goToStop(field, 'next'), selected()]).toEqual([true, '{{ask:one}}']);
    expect([goToStop(field, 'next'), selected()]).toEqual([true, '{{ask:two}}']);
    expect(goToStop(field, 'next')).toBe(false);
    expect([goToStop(field, 'previous'), selected()]).toEqual([true, '{{ask:one}}']);
    expect(goToStop(field, 'previous')).toBe(false);
  });

  it('passes over what only a template could fill', () => {
    field.value = '{{ticket.requester.phone}} {{ask:one}}';
    field.setSelectionRange(0, 0);
    expect([goToStop(field, 'next'), selected()]).toEqual([true, '{{ask:one}}']);
  });
});
