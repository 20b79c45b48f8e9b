import type { Script } from './theme.ts';

export const EUROPEAN_SCRIPTS: readonly Script[] = [
  {
    locale: 'de',
    theme: 'order-late',
    subject: 'Wo bleibt meine Bestellung {order}?',
    turns: [
      [
        'c',
        'Guten Tag,\n\nlaut Sendungsverfolgung ({tracking}) liegt mein Paket seit Tagen im Verteilzentrum. Bestellt habe ich {product}, Nummer {order}. Am Samstag fahren wir in die Berge. Kommt das noch rechtzeitig an?\n\nMit freundlichen Grüßen\n{first}',
      ],
      ['n', 'Carrier depot strike until Friday. Offer pick-up in {city}.'],
      [
        'a',
        'Guten Tag {first},\n\ndas tut mir leid. Im Verteilzentrum wird gestreikt, deshalb steht das Paket still. Ich kann Ihnen heute ein zweites per Express schicken. Passt Ihnen die Zustellung am Donnerstag vor zwölf Uhr?',
      ],
      ['c', 'Donnerstag vor zwölf passt wunderbar. Was mache ich mit dem ersten Paket, falls es doch noch kommt?'],
      ['a', 'Einfach die Annahme verweigern, dann geht es von selbst zu uns zurück. Gute Tour am Samstag!'],
    ],
  },
  {
    locale: 'de',
    theme: 'broken-zip',
    subject: 'Reißverschluss am {product} defekt',
    turns: [
      [
        'c',
        'Hallo zusammen,\n\nder Reißverschluss meiner Jacke öffnet sich hinter dem Schieber wieder. Gekauft im letzten Herbst unter {order}. Fotos habe ich angehängt. Ist das ein Garantiefall?\n\nViele Grüße aus {city}',
      ],
      [
        'a',
        'Hallo {first},\n\nvielen Dank für die Fotos. Der Schieber ist ausgeleiert, das Band ist in Ordnung. Möchten Sie ihn selbst tauschen, oder soll unsere Werkstatt das übernehmen?',
      ],
      ['c', 'Ich versuche es selbst. Auf der Rückseite steht 8CN DA.'],
      ['a', 'Zwei passende Schieber sind unterwegs zu Ihnen, samt Anleitung.'],
    ],
  },
  {
    locale: 'de',
    theme: 'invoice',
    subject: 'Rechnung mit USt-IdNr. benötigt',
    turns: [
      [
        'c',
        'Sehr geehrte Damen und Herren,\n\nfür unsere Buchhaltung benötigen wir die Rechnung zu {order} auf die Firma ausgestellt, mit unserer USt-IdNr. DE 811 234 567. Bis Freitag wäre schön, dann ist Monatsabschluss.',
      ],
      ['a', 'Guten Tag {first},\n\ngern. Wie lautet die genaue Anschrift, die auf der Rechnung stehen soll?'],
      ['c', 'Bergsport Süd GmbH, Mühlgässchen 3, Hinterhaus. Danke!'],
      ['a', 'Die berichtigte Rechnung ist soeben per E-Mail an Sie gegangen, die alte ist storniert.'],
    ],
  },
  {
    locale: 'de',
    theme: 'product-question',
    subject: 'Frage zum {product}',
    turns: [
      [
        'c',
        'Grüezi\n\nIch bin 1,94 m gross und mir ist sonst alles zu kurz. Wie fällt das Modell aus, und reicht es bei minus zehn Grad?',
      ],
      [
        'a',
        'Grüezi {first}\n\nAb 1,90 m würde ich zur langen Ausführung greifen. Bei minus zehn reicht es mit einer guten Matte darunter. Schlafen Sie eher warm oder kalt?',
      ],
      ['c', 'Eher kalt, leider. Meine Frau nimmt immer die dickere.'],
    ],
  },
  {
    locale: 'fr',
    theme: 'wrong-size',
    subject: 'Échange de taille, commande {order}',
    turns: [
      [
        'c',
        'Bonjour,\n\nj’ai bien reçu ma commande {order}, mais la taille {size} est trop petite d’épaules. Serait-il possible de l’échanger contre du {otherSize} ? Je n’ai pas d’imprimante pour l’étiquette.\n\nBien à vous,\n{first}',
      ],
      [
        'a',
        'Bonjour {first},\n\nbien sûr. Le {otherSize} est réservé à votre nom pendant quatorze jours. Voulez-vous un code à présenter au point relais, sans rien imprimer ?',
      ],
      ['c', 'Oui, un code, c’est parfait. Le point relais de la gare à {city} me convient.'],
      [
        'a',
        'Le code est parti par courriel. Votre nouvelle taille sera expédiée dès que le transporteur aura scanné le retour.',
      ],
    ],
  },
  {
    locale: 'fr',
    theme: 'refund',
    subject: 'Remboursement toujours pas reçu',
    turns: [
      [
        'c',
        'Bonjour,\n\nvoilà trois semaines que vous avez reçu mon retour, et toujours aucun remboursement de {price}. Ma banque ne voit rien venir. Qu’en est-il exactement ?',
      ],
      ['n', 'Return was scanned without the order number. Found it in cage 4.'],
      [
        'a',
        'Bonjour {first},\n\nvotre colis était bien arrivé, mais sans numéro de commande : il attendait dans notre entrepôt. Le remboursement est parti à l’instant, comptez trois à cinq jours ouvrés. Toutes mes excuses.',
      ],
      ['c', 'Merci pour votre franchise. Je vous préviens si ce n’est pas là vendredi.'],
    ],
  },
  {
    locale: 'fr',
    theme: 'praise',
    subject: 'Merci à l’atelier',
    turns: [
      [
        'c',
        'Bonjour à toute l’équipe,\n\nma tente est revenue de réparation plus solide qu’au premier jour. Nous avons essuyé un orage mémorable au-dessus de {city} : pas une goutte à l’intérieur. Bravo et merci !',
      ],
      [
        'a',
        'Bonjour {first},\n\nvotre message est affiché à l’atelier, à côté de la machine à café. Merci à vous, et belles balades !',
      ],
    ],
  },
  {
    locale: 'es',
    theme: 'order-late',
    subject: '¿Dónde está mi pedido {order}?',
    turns: [
      [
        'c',
        'Hola, buenas:\n\nel seguimiento {tracking} dice «en reparto» desde hace cuatro días y aquí no ha llegado nada. El viernes salgo de viaje y lo necesito. ¿Me podéis decir qué pasa?\n\nUn saludo desde {city}',
      ],
      [
        'a',
        'Hola, {first}:\n\nsiento la espera. El transportista no encontró el portal y devolvió el paquete al almacén. ¿Nos das un teléfono para que el repartidor te llame?',
      ],
      ['c', 'Claro, está en el pedido. El portal es el 12 bis, se entra por el patio.'],
      ['a', 'Arreglado: sale otra vez mañana por la mañana y te llamarán antes. ¡Buen viaje!'],
    ],
  },
  {
    locale: 'es',
    theme: 'discount-code',
    subject: 'El código {code} no funciona',
    turns: [
      [
        'c',
        '¡Hola! Al pagar me dice que {code} «no es válido para esta cesta». Solo llevo una cosa, y no está rebajada. ¿Qué hago mal? Lo compraría hoy mismo.',
      ],
      [
        'a',
        'Hola, {first}:\n\nno haces nada mal: ese código excluye las novedades y la página no lo dice. ¿Quieres que te aplique yo el descuento si haces el pedido hoy?',
      ],
      ['c', 'Sí, por favor. Acabo de hacerlo, es el {order}.'],
      ['a', 'Listo, la diferencia vuelve a tu tarjeta en unos días.'],
    ],
  },
  {
    locale: 'es',
    theme: 'account-access',
    subject: 'No puedo entrar en mi cuenta',
    turns: [
      [
        'c',
        'Buenos días:\n\nhe pedido cinco veces una contraseña nueva y no llega ningún correo, ni siquiera a la carpeta de no deseados. Necesito la etiqueta de devolución que está dentro.',
      ],
      [
        'a',
        'Buenos días, {first}:\n\ntu proveedor rechaza nuestros correos desde el lunes. Te he enviado el enlace por SMS. ¿Te ha llegado?',
      ],
      ['c', 'Ha llegado, pero pone que el enlace ha caducado.'],
    ],
  },
  {
    locale: 'pl',
    theme: 'warranty',
    subject: 'Reklamacja: {product}',
    turns: [
      [
        'c',
        'Dzień dobry,\n\npo jednym deszczowym weekendzie w Tatrach szew pod pachą zaczął się pruć. Zamówienie {order}, kupione w maju. Paragonu już nie mam, czy wystarczy numer zamówienia? Zdjęcia dołączam.\n\nPozdrawiam\n{first}',
      ],
      [
        'a',
        'Dzień dobry,\n\nnumer zamówienia w zupełności wystarczy. Szwy mają u nas pięć lat gwarancji. Czy kurtka była kiedyś suszona na kaloryferze? Pytam tylko dlatego, że od tego zależy sposób naprawy.',
      ],
      ['c', 'Nie, zawsze schła na wieszaku w łazience.'],
      ['a', 'W takim razie to nasza wina. Nowa kurtka wyszła dzisiaj kurierem, starej nie trzeba odsyłać.'],
    ],
  },
  {
    locale: 'pl',
    theme: 'address-change',
    subject: 'Proszę o zmianę adresu – {order}',
    turns: [
      [
        'c',
        'Dzień dobry, godzinę temu złożyłem zamówienie {order} i telefon podpowiedział mi adres sprzed dwóch lat. Czy da się to jeszcze poprawić? Właściwy: ul. Źródlana 14 m. 5, {city}.',
      ],
      [
        'a',
        'Dzień dobry,\n\nzdążył Pan w ostatniej chwili, paczka nie była jeszcze spakowana. Adres jest już poprawiony, także na koncie.',
      ],
      ['c', 'Uff. Bardzo dziękuję!'],
    ],
  },
  {
    locale: 'nb',
    theme: 'broken-zip',
    subject: 'Glidelåsen på {product} har røket',
    turns: [
      [
        'c',
        'Hei!\n\nGlidelåsen åpner seg bak låsen hver gang jeg bøyer meg. Jakka er ett år gammel, ordre {order}. Kan jeg levere den i butikken i Bergen?\n\nHilsen {first}',
      ],
      [
        'a',
        'Hei {first},\n\ndet kan du gjerne gjøre, verkstedet tar imot hver dag mellom ti og fire. Trenger du en lånejakke imens?',
      ],
      ['c', 'Ja takk, det hadde vært supert. Jeg kommer innom på torsdag.'],
    ],
  },
  {
    locale: 'it',
    theme: 'wrong-size',
    subject: 'Cambio taglia ordine {order}',
    turns: [
      [
        'c',
        'Buongiorno,\n\ngli scarponi sono bellissimi, ma il {size} mi stringe in punta. È possibile avere il {otherSize}? E chi paga la spedizione di ritorno?\n\nGrazie mille',
      ],
      [
        'a',
        'Buongiorno {first},\n\ncerto: il {otherSize} è da parte per Lei e il reso è gratuito. Preferisce un’etichetta da stampare o un codice per il punto di ritiro?',
      ],
      ['c', 'Un codice, per favore. Così faccio prima.'],
    ],
  },
  {
    locale: 'pt-BR',
    theme: 'product-question',
    subject: 'Dúvida sobre o {product}',
    turns: [
      [
        'c',
        'Olá, tudo bem?\n\nRemo no mar toda semana. Esse modelo aguenta água salgada ou preciso enxaguar sempre? E vocês entregam em {city}?',
      ],
      [
        'a',
        'Olá, {first}!\n\nAguenta bem, mas enxaguar com água doce uma vez por semana faz a fita durar o dobro. Entregamos sim, em cerca de dez dias. Posso ajudar com o tamanho?',
      ],
      ['c', 'Acho que o maior. Levo também a comida do fim de semana.'],
    ],
  },
  {
    locale: 'tr',
    theme: 'order-late',
    subject: '{order} numaralı sipariş gelmedi',
    turns: [
      [
        'c',
        'Merhaba,\n\n{order} numaralı siparişim on gündür yolda görünüyor. Kargo takip numarası {tracking}. Şubeye gittim, onlarda da yok. Paket kayboldu mu?',
      ],
      [
        'a',
        'Merhaba {first},\n\nkargo paketi yanlış şehre göndermiş, özür dileriz. Yarın yola çıkacak. Telefon numaranız değişti mi?',
      ],
      ['c', 'Hayır, aynı numara. Öğleden sonra evdeyim, ğ ile yazılan soyadıma dikkat lütfen.'],
    ],
  },
];
