/** What a customer writes back while the desk lives, by language: `en` where there is none of their own. */
export type Answers = {
  readonly thanks: readonly string[];
  /** When the agent asked something. */
  readonly details: readonly string[];
  readonly questions: readonly string[];
  readonly stillBroken: readonly string[];
};

export const ANSWERS: Readonly<Record<string, Answers>> = {
  en: {
    thanks: [
      'That was quick, thank you! All good from my side.',
      'Perfect, thanks for sorting this out.',
      'Great, that helps a lot. Have a good day!',
      'Thank you, I will wait for it then. Much appreciated.',
      'Lovely. I did not expect an answer before the weekend.',
    ],
    details: [
      'Yes, that is right. The order was placed with this email address.',
      'Sure: it happened the second time I used it, in dry weather, nothing unusual.',
      'I looked again: the label says batch 24-B. I can send a photo tonight if you need one.',
      'The address is still the same, but please leave out the old flat number.',
      'No, I have not tried that yet. I will, and tell you tomorrow.',
      'Either is fine for me. Whichever is quicker.',
    ],
    questions: [
      'Thanks. How long does that usually take?',
      'OK. Do I need to do anything, or does it happen by itself?',
      'Understood. Will I get an email when it leaves?',
      'And who pays for the shipping?',
      'Good to know. Could you also tell me whether the size runs large?',
    ],
    stillBroken: [
      'I tried that, and it is exactly as before. Is there anything else?',
      'Sorry to come back: it has happened again this morning.',
      'Hm, that did not work for me. The page shows the same message.',
      'Nothing has changed here, unfortunately. What now?',
    ],
  },
  de: {
    thanks: ['Super, vielen Dank für die schnelle Hilfe!', 'Perfekt, damit ist alles geklärt. Schönen Tag noch!'],
    details: [
      'Ja, die Adresse stimmt so. Bitte beim Nachbarn im Erdgeschoss abgeben, falls ich nicht da bin.',
      'Es ist beim zweiten Tragen passiert, bei trockenem Wetter. Ein Foto kann ich heute Abend schicken.',
    ],
    questions: ['Danke. Wie lange dauert das ungefähr?', 'Muss ich dafür noch etwas tun, oder läuft das automatisch?'],
    stillBroken: [
      'Leider hat das nicht geholfen, es ist genau wie vorher.',
      'Das Problem ist heute früh wieder aufgetreten.',
    ],
  },
  fr: {
    thanks: ['Merci beaucoup, c’est parfait !', 'Super, merci pour votre réactivité. Bonne journée !'],
    details: [
      'Oui, c’est bien la bonne adresse. Le code de l’immeuble est 4B27.',
      'C’est arrivé à la deuxième sortie, par temps sec. Je peux envoyer une photo ce soir.',
    ],
    questions: ['D’accord. Combien de temps faut-il compter ?', 'Les frais de retour sont-ils à ma charge ?'],
    stillBroken: [
      'Malheureusement, rien n’a changé de mon côté.',
      'J’ai essayé, mais le problème est revenu ce matin.',
    ],
  },
  es: {
    thanks: ['¡Muchas gracias, así da gusto!', 'Perfecto, gracias por la rapidez. Un saludo.'],
    details: [
      'Sí, la dirección es correcta. Estoy en casa por las tardes.',
      'Pasó la segunda vez que la usé, sin lluvia ni nada raro. Esta noche mando una foto.',
    ],
    questions: ['Vale. ¿Cuánto suele tardar?', '¿Tengo que pagar yo el envío de vuelta?'],
    stillBroken: ['Lo he probado y sigue igual.', 'Perdón por insistir, pero ha vuelto a pasar esta mañana.'],
  },
  pl: {
    thanks: ['Bardzo dziękuję za szybką pomoc!', 'Świetnie, wszystko jasne. Miłego dnia!'],
    details: [
      'Tak, adres się zgadza. Kurier może zadzwonić przed przyjazdem.',
      'Stało się to przy drugim użyciu, przy suchej pogodzie. Zdjęcie wyślę wieczorem.',
    ],
    questions: ['Dziękuję. Ile to zwykle trwa?', 'Czy muszę coś jeszcze zrobić?'],
    stillBroken: ['Niestety nadal nie działa, jest tak samo jak wcześniej.', 'Dziś rano problem znowu się pojawił.'],
  },
  uk: {
    thanks: ['Дуже дякую, ви мене врятували!', 'Чудово, дякую за швидку відповідь. Гарного дня!'],
    details: [
      "Так, адреса правильна. Кур'єр може зателефонувати за п'ять хвилин до приїзду.",
      'Це сталося вдруге, коли я її одягнула, погода була суха. Фото надішлю ввечері.',
    ],
    questions: ['Дякую. Скільки це зазвичай триває?', 'Чи потрібно мені ще щось робити?'],
    stillBroken: ['На жаль, нічого не змінилося.', "Сьогодні вранці проблема з'явилася знову."],
  },
  ru: {
    thanks: ['Спасибо большое, всё получилось!', 'Отлично, благодарю за быстрый ответ.'],
    details: [
      'Да, адрес верный. Курьер может позвонить заранее.',
      'Это случилось во второй раз, погода была сухая. Фото пришлю вечером.',
    ],
    questions: ['Спасибо. А сколько это обычно занимает?', 'Нужно ли мне что-то ещё сделать?'],
    stillBroken: ['К сожалению, ничего не изменилось.', 'Сегодня утром всё повторилось.'],
  },
  vi: {
    thanks: ['Cảm ơn bạn nhiều, mọi thứ ổn rồi!', 'Tuyệt quá, cảm ơn đã trả lời nhanh.'],
    details: [
      'Đúng rồi, địa chỉ vẫn như cũ. Người giao hàng có thể gọi trước cho tôi.',
      'Nó bị hỏng ở lần dùng thứ hai, trời khô ráo. Tối nay tôi sẽ gửi ảnh.',
    ],
    questions: ['Cảm ơn. Thường mất bao lâu vậy?', 'Tôi có cần làm gì thêm không?'],
    stillBroken: ['Tôi đã thử nhưng vẫn như trước.', 'Sáng nay lại bị như vậy nữa rồi.'],
  },
  ja: {
    thanks: ['迅速なご対応ありがとうございました。助かりました。', '了解しました。ありがとうございます。'],
    details: [
      'はい、住所はそのままで間違いありません。午後なら在宅しています。',
      '二回目に使ったときに壊れました。今晩写真をお送りします。',
    ],
    questions: ['ありがとうございます。どのくらいかかりますか。', '返送の送料はこちらの負担でしょうか。'],
    stillBroken: ['試してみましたが、変わりませんでした。', '今朝また同じことが起きました。'],
  },
  ar: {
    thanks: ['شكرًا جزيلًا على سرعة الرد!', 'ممتاز، تم حل المشكلة. شكرًا لكم.'],
    details: [
      'نعم، العنوان صحيح. يمكن للسائق الاتصال بي قبل الوصول.',
      'حدث ذلك في المرة الثانية التي استخدمتها فيها. سأرسل صورة مساء اليوم.',
    ],
    questions: ['شكرًا. كم من الوقت يستغرق ذلك عادةً؟', 'هل عليّ أن أفعل شيئًا آخر؟'],
    stillBroken: ['للأسف ما زالت المشكلة كما هي.', 'تكرر الأمر هذا الصباح.'],
  },
};
