/**
 * How people say that they attach something, and how they speak of what others attach, by language. All are looked at in every
 * message: the agent writes in the customer's language, not in the program's.
 *
 * `says` and `other` are looked for in one sentence; a sentence in which `other` is found tells of the customer's file, asks for one
 * or says that there is none.
 */
export type AttachmentWords = { readonly says: RegExp; readonly other: RegExp };

/** A word by itself: `\b` knows Latin letters only. */
const word = (pattern: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${pattern})(?![\\p{L}\\p{M}\\p{N}])`, 'iu');

export const attachmentWords = (): Readonly<Record<'en' | 'de' | 'uk' | 'vi', AttachmentWords>> => ({
  en: {
    says: word("attached|attaching|attachments?|enclosed|(?:I|we)(?:[’']ll| will)? attach"),
    other: word(
      "(?:you|you[’']ve|customer|they) (?:\\p{L}+ ){0,3}attach(?:ed|ing)?" +
        '|your (?:\\p{L}+ ){0,2}attachments?|attached to (?:your|the|our|this|that|an?)' +
        "|(?:no|without|not|any|isn[’']t|wasn[’']t) (?:an? |any )?attach(?:ed|ments?)|attachments? (?:you|that you|from you)" +
        '|(?:open|click|opening) (?:\\p{L}+ ){0,2}attachments?',
    ),
  },
  de: {
    says: word(
      'im Anhang|als Anhang|anbei|angeh(?:ä|ae)ngt\\p{L}*|anh(?:ä|ae)ngend\\p{L}*|beigef(?:ü|ue)gt\\p{L}*|beiliegend\\p{L}*' +
        '|in der Anlage|als Anlage|h(?:ä|ae)nge ich|f(?:ü|ue)ge ich|angefügt\\p{L}*',
    ),
    other: word(
      'Ihr(?:e[nmrs]?)? (?:\\p{L}+ ){0,2}(?:Anhang|Anlage|Anhänge)|(?:Sie|du|ihr) (?:\\p{L}+ ){0,4}(?:angehängt|beigefügt|angefügt)' +
        '|(?:kein(?:e[nmrs]?)?|ohne|nicht) (?:\\p{L}+ ){0,2}(?:Anhang|Anlage|angehängt|beigefügt)' +
        '|von Ihnen (?:\\p{L}+ ){0,3}(?:angehängte|beigefügte)\\p{L}*|in (?:Ihrem|deinem) Anhang',
    ),
  },
  uk: {
    says: word(
      'прикріплен\\p{L}*|прикріпив|прикріпила|прикріпили|прикріплюю|прикріплюємо|(?:у|в) вкладенні|(?:у|в) вкладеннях' +
        '|вкладен(?:ий|ому) файл\\p{L}*|додаю (?:\\p{L}+ )?файл\\p{L}*|долучаю|долучаємо|долучен\\p{L}*',
    ),
    other: word(
      '(?:ви|вами|ваш(?:е|ому|ого|і|их)?) (?:\\p{L}+ ){0,3}(?:прикріп\\p{L}*|вкладен\\p{L}*|долуч\\p{L}*)' +
        '|(?:не|без) (?:\\p{L}+ ){0,2}(?:прикріп\\p{L}*|вкладен\\p{L}*|долуч\\p{L}*)|(?:у|в) вашому вкладенні',
    ),
  },
  vi: {
    says: word('đính kèm|gửi kèm|kèm theo (?:thư|email|tệp|file|ảnh|hóa đơn|hoá đơn)'),
    other: word(
      '(?:bạn|quý khách|anh|chị|anh/chị|khách hàng) (?:\\p{L}+ ){0,4}(?:đính|gửi) kèm' +
        '|(?:vui lòng|hãy|xin|nhờ|cần|có thể) (?:đính|gửi) kèm|(?:không|chưa) (?:\\p{L}+ ){0,3}(?:đính|gửi) kèm' +
        '|đính kèm (?:của|mà|từ) (?:bạn|quý khách|anh|chị|khách hàng)',
    ),
  },
});
