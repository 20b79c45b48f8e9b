export type Product = { readonly name: string; readonly tag: string; readonly price: number; readonly sized: boolean };

export const PRODUCTS: readonly Product[] = [
  { name: 'Vardø 3L shell jacket', tag: 'vardo_shell', price: 389, sized: true },
  { name: 'Skarv 65 rucksack', tag: 'skarv_65', price: 249, sized: false },
  { name: 'Lofot two-person tent', tag: 'lofot_tent', price: 549, sized: false },
  { name: 'Nattugle down sleeping bag', tag: 'nattugle_bag', price: 329, sized: false },
  { name: 'Trollsti hiking boots', tag: 'trollsti_boots', price: 219, sized: true },
  { name: 'Fathom 30 dry bag', tag: 'fathom_30', price: 49, sized: false },
  { name: 'Glød gas stove', tag: 'glod_stove', price: 79, sized: false },
  { name: 'Brisk merino base layer', tag: 'brisk_merino', price: 89, sized: true },
  { name: 'Sund touring kayak paddle', tag: 'sund_paddle', price: 159, sized: false },
  { name: 'Tinde trekking poles', tag: 'tinde_poles', price: 119, sized: false },
  { name: 'Rypa insulated jacket', tag: 'rypa_jacket', price: 279, sized: true },
  { name: 'Stjerne head torch', tag: 'stjerne_torch', price: 69, sized: false },
  { name: 'Kveld sleeping mat', tag: 'kveld_mat', price: 99, sized: false },
  { name: 'Odde neoprene gloves', tag: 'odde_gloves', price: 39, sized: true },
];
