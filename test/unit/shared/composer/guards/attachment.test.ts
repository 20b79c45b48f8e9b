import { describe, expect, it } from 'vitest';
import { attachment } from '#shared/composer/guards/attachment.ts';

const found = (
  text: string,
  change: { readonly files?: number; readonly kind?: 'reply' | 'note' } = {},
): string | null =>
  attachment({ kind: 'reply', toRequester: true, addresses: [], files: 0, ...change, text })?.what ?? null;

describe('a message that promises a file', () => {
  it.each([
    'Please find attached your invoice.',
    'The label is attached.',
    'I’ve attached the receipt for you.',
    'I attach the form again.',
    'See the attachment for details.',
    'The invoice is enclosed.',
    'Im Anhang finden Sie die Rechnung.',
    'Anbei die Rechnung.',
    'Ich habe Ihnen das Etikett angehängt.',
    'Die Rechnung ist beigefügt.',
    'Sie finden den Plan in der Anlage.',
    'Рахунок прикріплено до листа.',
    'Я прикріпила фото наклейки.',
    'Надсилаю рахунок у вкладенні.',
    'Долучаю чек.',
    'Hóa đơn được đính kèm trong thư này.',
    'Tôi gửi kèm nhãn trả hàng.',
    'Vui lòng xem tệp đính kèm.'.normalize('NFD'),
  ])('%s', (text) => {
    expect(found(text)).not.toBeNull();
  });

  it.each([
    'Could you attach a photo of the label?',
    'Thank you for the photo you attached.',
    'Your attachment cannot be opened here.',
    'There is no attachment in your message.',
    'The strap is attached to the frame.',
    'Please attach the receipt.',
    'It is on its way.',
    'Ihr Anhang kam leider leer an.',
    'Können Sie ein Foto anhängen?',
    'Sie haben leider kein Bild angehängt.',
    'Die Solaranlage ist bestellt.',
    'Ваше вкладення не відкривається.',
    'Ви не прикріпили фото.',
    'Прикріпіть, будь ласка, фото.',
    'Vui lòng đính kèm ảnh của nhãn.',
    'Cảm ơn ảnh mà bạn đã đính kèm.',
    'Chúng tôi chưa nhận được tệp đính kèm.',
  ])('not: %s', (text) => {
    expect(found(text)).toBeNull();
  });

  it('is not what stands in a quote or a signature', () => {
    expect(found('> The invoice is attached.\n\nThank you, I will look.')).toBeNull();
    expect(found('Thank you.\n\n-- \nThe attached terms apply.')).toBeNull();
  });

  it('is none with a file, and no matter in a note', () => {
    expect(found('The invoice is attached.', { files: 1 })).toBeNull();
    expect(found('The invoice is attached.', { kind: 'note' })).toBeNull();
  });
});
