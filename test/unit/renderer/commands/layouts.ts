/** The keys of a PC keyboard with 105 keys that type something, row by row, by `KeyboardEvent.code`. */
const CODES = [
  'Backquote Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0 Minus Equal',
  'KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight',
  'KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote Backslash',
  'IntlBackslash KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash',
]
  .join(' ')
  .split(' ');

/**
 * What these keys type without and with Shift, in the order of `CODES`; ∅ is a dead key. Read out of xkeyboard-config 2.35 (us, de,
 * fr, us:dvorak, ua, ru, vn) with libxkbcommon.
 */
const TYPED = {
  US: [
    "` 1 2 3 4 5 6 7 8 9 0 - = q w e r t y u i o p [ ] a s d f g h j k l ; ' \\ < z x c v b n m , . /",
    '~ ! @ # $ % ^ & * ( ) _ + Q W E R T Y U I O P { } A S D F G H J K L : " | > Z X C V B N M < > ?',
  ],
  German: [
    '∅ 1 2 3 4 5 6 7 8 9 0 ß ∅ q w e r t z u i o p ü + a s d f g h j k l ö ä # < y x c v b n m , . -',
    '° ! " § $ % & / ( ) = ? ∅ Q W E R T Z U I O P Ü * A S D F G H J K L Ö Ä \' > Y X C V B N M ; : _',
  ],
  'French AZERTY': [
    '² & é " \' ( - è _ ç à ) = a z e r t y u i o p ∅ $ q s d f g h j k l m ù * < w x c v b n , ; : !',
    '~ 1 2 3 4 5 6 7 8 9 0 ° + A Z E R T Y U I O P ∅ £ Q S D F G H J K L M % µ > W X C V B N ? . / §',
  ],
  Dvorak: [
    "` 1 2 3 4 5 6 7 8 9 0 [ ] ' , . p y f g c r l / = a o e u i d h t n s - \\ < ; q j k x b m w v z",
    '~ ! @ # $ % ^ & * ( ) { } " < > P Y F G C R L ? + A O E U I D H T N S _ | > : Q J K X B M W V Z',
  ],
  Ukrainian: [
    "' 1 2 3 4 5 6 7 8 9 0 - = й ц у к е н г ш щ з х ї ф і в а п р о л д ж є ґ / я ч с м и т ь б ю .",
    'ʼ ! " № ; % : ? * ( ) _ + Й Ц У К Е Н Г Ш Щ З Х Ї Ф І В А П Р О Л Д Ж Є Ґ | Я Ч С М И Т Ь Б Ю ,',
  ],
  Russian: [
    'ё 1 2 3 4 5 6 7 8 9 0 - = й ц у к е н г ш щ з х ъ ф ы в а п р о л д ж э \\ / я ч с м и т ь б ю .',
    'Ё ! " № ; % : ? * ( ) _ + Й Ц У К Е Н Г Ш Щ З Х Ъ Ф Ы В А П Р О Л Д Ж Э / | Я Ч С М И Т Ь Б Ю ,',
  ],
  Vietnamese: [
    "` ă â ê ô \u0300 \u0309 \u0303 \u0301 \u0323 đ - ₫ q w e r t y u i o p ư ơ a s d f g h j k l ; ' \\ < z x c v b n m , . /",
    '~ Ă Â Ê Ô % ^ & * ( Đ _ + Q W E R T Y U I O P Ư Ơ A S D F G H J K L : " | > Z X C V B N M < > ?',
  ],
} as const;

export type LayoutName = keyof typeof TYPED;
export const LAYOUTS = Object.keys(TYPED) as readonly LayoutName[];

export type Typed = { readonly key: string; readonly code: string; readonly shiftKey: boolean };

/** Every press of a layout that types something, without Shift first. */
export const pressesOf = (layout: LayoutName): readonly Typed[] =>
  TYPED[layout].flatMap((row, level) =>
    row.split(' ').map((typed, index) => ({
      key: typed === '∅' ? 'Dead' : typed,
      code: CODES[index] ?? '',
      shiftKey: level === 1,
    })),
  );
