/** Texts that the shop's macros name by `{{dc.…}}`, by language; what is in none of these is answered in English. */
export const DYNAMIC_CONTENT: readonly {
  /** Its placeholder is made of it, as Zendesk makes it. */
  readonly name: string;
  readonly variants: Readonly<Record<string, string>>;
}[] = [
  {
    name: 'Greeting',
    variants: {
      'en-US': 'Hello {{ticket.requester.first_name}},',
      de: 'Guten Tag {{ticket.requester.name}},',
      es: 'Hola {{ticket.requester.first_name}}:',
      fr: 'Bonjour {{ticket.requester.first_name}},',
      nb: 'Hei {{ticket.requester.first_name}},',
      pl: 'Dzień dobry {{ticket.requester.first_name}},',
      uk: 'Вітаємо, {{ticket.requester.first_name}}!',
      vi: 'Xin chào {{ticket.requester.name}},',
    },
  },
  {
    name: 'Return address',
    variants: {
      'en-US':
        'Please send the parcel within 14 days to\n\nFjell & Fathom, Returns\nSkutevikstorget 4\n5032 Bergen, Norway\n\n{% if ticket.ticket_field_[order] %}Please write {{ticket.ticket_field_[order]}} on the parcel.{% else %}Please put a note with your name into the parcel.{% endif %}',
      de: 'Bitte senden Sie das Paket innerhalb von 14 Tagen an\n\nFjell & Fathom, Retouren\nSkutevikstorget 4\n5032 Bergen, Norwegen\n\n{% if ticket.ticket_field_[order] %}Bitte schreiben Sie {{ticket.ticket_field_[order]}} auf das Paket.{% else %}Bitte legen Sie einen Zettel mit Ihrem Namen bei.{% endif %}',
      fr: 'Merci d’envoyer le colis sous 14 jours à\n\nFjell & Fathom, Retours\nSkutevikstorget 4\n5032 Bergen, Norvège\n\n{% if ticket.ticket_field_[order] %}Merci d’écrire {{ticket.ticket_field_[order]}} sur le colis.{% else %}Merci d’y joindre un mot avec votre nom.{% endif %}',
      uk: 'Надішліть, будь ласка, посилку протягом 14 днів на адресу\n\nFjell & Fathom, Returns\nSkutevikstorget 4\n5032 Bergen, Norway\n\n{% if ticket.ticket_field_[order] %}Напишіть, будь ласка, {{ticket.ticket_field_[order]}} на посилці.{% else %}Вкладіть, будь ласка, записку зі своїм ім’ям.{% endif %}',
      vi: 'Xin gửi kiện hàng trong vòng 14 ngày tới\n\nFjell & Fathom, Returns\nSkutevikstorget 4\n5032 Bergen, Norway\n\n{% if ticket.ticket_field_[order] %}Xin ghi {{ticket.ticket_field_[order]}} lên kiện hàng.{% else %}Xin bỏ kèm một tờ giấy ghi tên quý khách.{% endif %}',
    },
  },
  {
    name: 'Sign-off',
    variants: {
      'en-US': '{{current_user.first_name}} from Fjell & Fathom',
      de: '{{current_user.first_name}} von Fjell & Fathom',
      fr: '{{current_user.first_name}}, de Fjell & Fathom',
      nb: '{{current_user.first_name}} fra Fjell & Fathom',
      uk: '{{current_user.first_name}}, Fjell & Fathom',
      vi: '{{current_user.first_name}}, Fjell & Fathom',
    },
  },
];
