import { THEMES } from '#main/practice-desk/data/themes.ts';
import { ENGLISH, type Language, templateOf, UKRAINIAN } from './languages.ts';

/** What a text is about: its folder, its tags, its title and short name in a language, and how it begins. */
export type Matter = {
  readonly language: Language;
  readonly folder: string;
  readonly title: string;
  readonly short: string;
  readonly tags: readonly string[];
  readonly first: string;
};

/** As a team calls what it has to say of a theme, in the order of the theme's replies and resolutions. */
const STAGES = [
  'first answer',
  'ask for details',
  'what happens next',
  'we look into it',
  'done',
  'with an apology',
  'offer another',
] as const;

const english: readonly Matter[] = THEMES.flatMap(({ id, group, tags, replies, resolutions }) =>
  [...replies, ...resolutions].map((text, at) => ({
    language: ENGLISH,
    folder: group,
    title: `${id.replaceAll('-', ' ').replace(/^./u, (letter) => letter.toUpperCase())}, ${STAGES[at % STAGES.length]}`,
    short: `${id}-${at + 1}`,
    tags,
    first: templateOf(text.split('\n\n').at(-1) ?? text),
  })),
);

const ukrainian: readonly Matter[] = (
  [
    ['Доставка', 'Посилка затримується', 'затримка', ['delivery', 'late']],
    ['Доставка', 'Пошук посилки в перевізника', 'пошук', ['delivery']],
    ['Доставка', 'Посилка у відділенні', 'відділення', ['delivery']],
    ['Доставка', 'Просимо повну адресу', 'адреса', ['delivery', 'address']],
    ['Повернення', 'Наліпка для повернення', 'наліпка', ['return']],
    ['Повернення', 'Обмін на інший розмір', 'обмін', ['return', 'size']],
    ['Повернення', 'Термін повернення минув', 'термін', ['return']],
    ['Повернення', 'Гроші повернуто', 'гроші', ['refund']],
    ['Гарантія', 'Просимо фотографії', 'фото', ['warranty']],
    ['Гарантія', 'Ремонт у майстерні', 'ремонт', ['warranty', 'repair']],
    ['Гарантія', 'Заміна частини', 'заміна', ['warranty']],
    ['Рахунки', 'Копія рахунка', 'рахунок', ['invoice']],
    ['Кабінет', 'Скидання пароля', 'пароль', ['account']],
    ['Кабінет', 'Вітаємо в клубі', 'клуб', ['club']],
  ] as const
).map(([folder, title, short, tags], at) => ({
  ...{ language: UKRAINIAN, folder, title, short, tags },
  first: UKRAINIAN.paragraphs[at % UKRAINIAN.paragraphs.length] ?? '',
}));

export const MATTERS = { english, ukrainian } as const;
