type Variant = { readonly locale: string | null };

/**
 * Variants of a text in the order in which an agent goes through them, the one that fits a language (BCP 47, null where none is
 * known) first: the language itself, then it with less and less said (RFC 4647, 3.4: `zh-Hant-TW`, `zh-Hant`, `zh`), then the same
 * language of another region in the same script, then the one for every other language, then the first there is.
 */
export function variantsFor<Some extends Variant>(variants: readonly Some[], language: string | null): readonly Some[] {
  const fitting = language === null ? undefined : (lookedUp(variants, language) ?? sameLanguage(variants, language));
  const chosen = fitting ?? variants.find(({ locale }) => locale === null) ?? variants[0];
  return chosen ? [chosen, ...variants.filter((variant) => variant !== chosen)] : [];
}

/** Helpdesks write `pt_BR` too. */
const tagOf = (locale: string): string => locale.trim().replaceAll('_', '-').toLowerCase();

function lookedUp<Some extends Variant>(variants: readonly Some[], language: string): Some | undefined {
  const subtags = tagOf(language).split('-');
  while (subtags.length > 0) {
    const wanted = subtags.join('-');
    const found = variants.find(({ locale }) => locale !== null && tagOf(locale) === wanted);
    if (found) return found;
    subtags.pop();
    // What a single letter introduces goes with it.
    if (subtags.at(-1)?.length === 1) subtags.pop();
  }
  return undefined;
}

function sameLanguage<Some extends Variant>(variants: readonly Some[], language: string): Some | undefined {
  const wanted = likely(language);
  return wanted === null ? undefined : variants.find(({ locale }) => locale !== null && likely(locale) === wanted);
}

/** Language and script, the script that goes without saying too; null for what is no language. */
function likely(locale: string): string | null {
  try {
    const { language, script } = new Intl.Locale(tagOf(locale)).maximize();
    return `${language}-${script ?? ''}`;
  } catch {
    return null;
  }
}
