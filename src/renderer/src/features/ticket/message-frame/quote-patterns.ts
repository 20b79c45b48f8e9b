/**
 * The line that a mail client writes above what it quotes. Clients write it in the language of their owner, so this is a list
 * of how "… wrote:" ends, or begins, in the languages that tickets come in.
 */
const WROTE = [
  /^(?:On|Le|El|Em|Il|Op|Am|Den|Dne|W dniu|Pe|Na|Vào|Lúc|Στις)\s.{4,250}(?:wrote|a écrit|escribió|escreveu|ha scritto|schreef|schrieb|skrev|napsala?|napisał(?:a|\(a\))?|a scris|đã viết|viết|έγραψε)(?!\p{L}).{0,80}[:：]$/iu,
  /(?:писал\(?а?\)?|написала?|написал\(а\)|пишет|пише|написав(?:ла)?|написав\(ла\)|написала)\s*[:：]$/iu,
  /^.{4,250}(?<!\p{L})(?:yazdı|kirjoitti|írta|rašė|rakstīja|kirjutas)(?!\p{L}).{0,80}[:：]$/iu,
  /(?:写道|寫道|のメール|님이 작성)\s*[:：]$/u,
  /^-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Message d’origine|Mensaje original|Mensagem original|Messaggio originale|Oorspronkelijk bericht|Исходное сообщение|Оригінальне повідомлення|Tin nhắn gốc|Thư gốc|Forwarded (?:message|conversation)|Пересылаемое сообщение|Переслане повідомлення)\s*-{2,}$/iu,
  /^_{20,}$/,
];

export const isAttribution = (line: string): boolean => {
  const trimmed = line.replace(/\s+/g, ' ').trim();
  return trimmed.length > 6 && trimmed.length <= 400 && WROTE.some((pattern) => pattern.test(trimmed));
};

const FROM =
  /^\s*\*?(?:From|Von|De|Da|Van|Od|От|Від|Từ|Fra|Från|Kimden|Lähettäjä|Feladó|发件人|寄件者|差出人)\s?\*?\s*[:：]/iu;
const SENT =
  /(?:^|\n)\s*\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|Fecha|Data|Inviato|Verzonden|Wysłano|Odesláno|Отправлено|Дата|Надіслано|Đã gửi|Ngày|Sendt|Skickat|Gönderildi|Lähetetty|Elküldve|发送时间|送信日時)\s?\*?\s*[:：]/iu;

/** A cheap first look, before the lines are told apart. */
export const beginsLikeHeaders = (text: string): boolean => FROM.test(text.slice(0, 60));

/** Outlook quotes by a block of headers: "From: … Sent: … To: … Subject: …". */
export const isHeaderBlock = (text: string): boolean => FROM.test(text) && SENT.test(text.slice(0, 600));
