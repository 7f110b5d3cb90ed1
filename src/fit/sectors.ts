/**
 * The sectors of the values screen. Codes are NAICS 2022 prefixes; industry names are LinkedIn's, of its present and
 * its earlier list. `makes`: whoever carries the code or the name makes it or mainly does it. `serves`: they sell,
 * carry or supply it beside other things. `perhaps`: an industry that holds such organizations among others.
 */
export type Sector = {
  id: string
  name: string
  /** Completes "Does it …?" */
  does: string
  naics: { makes: string[]; serves: string[] }
  industries: { makes: string[]; serves: string[]; perhaps: string[] }
  /** Whole terms that hint at the sector in a text, lower case. */
  words: string[]
}

type Row = {
  name: string
  does: string
  naics?: string
  naicsServes?: string
  makes?: string
  serves?: string
  perhaps?: string
  words: string
}

function sector(id: string, row: Row): Sector {
  return {
    id,
    name: row.name,
    does: row.does,
    naics: { makes: list(row.naics), serves: list(row.naicsServes) },
    industries: { makes: list(row.makes), serves: list(row.serves), perhaps: list(row.perhaps) },
    words: list(row.words),
  }
}

function list(text = ''): string[] {
  return text
    .split(/[;\n]/)
    .map((item) => item.trim())
    .filter(Boolean)
}

export const SECTORS: readonly Sector[] = [
  sector('tobacco', {
    name: 'tobacco',
    does: 'make or mainly sell tobacco',
    naics: '11191; 3122; 42494; 459991',
    makes: 'Tobacco Manufacturing; Tobacco',
    words:
      'tobacco; cigarette; cigarettes; cigar; cigars; vape; vapes; vaping; e-cigarettes; e-cigarette; nicotine; tabak; zigaretten',
  }),
  sector('weapons', {
    name: 'weapons',
    does: 'make weapons',
    naics: '332992; 332993; 332994; 336414; 336415; 336992',
    makes: 'Defense and Space Manufacturing; Defense & Space',
    perhaps: 'Aviation and Aerospace Component Manufacturing; Aviation & Aerospace; Shipbuilding',
    words: `weapon; weapons; firearm; firearms; ammunition; munitions; missile; missiles; gun; guns; rifles; explosives;
      warheads; artillery; arms manufacturer; waffen; munition; ruestung; combat drones`,
  }),
  sector('defence', {
    name: 'defence and the military',
    does: 'work mainly for armed forces',
    naics: '332992; 332993; 332994; 336414; 336415; 336992; 92811',
    makes: `Defense and Space Manufacturing; Defense & Space; Armed Forces; Military; Military and International Affairs`,
    perhaps:
      'Aviation and Aerospace Component Manufacturing; Aviation & Aerospace; Shipbuilding; Space Research and Technology',
    words:
      'defense contractor; defence contractor; military; armed forces; bundeswehr; warfare; defence systems; defense systems; ruestung',
  }),
  sector('meat', {
    name: 'meat and animal farming',
    does: 'raise or slaughter animals or make meat',
    naics: '1121; 1122; 1123; 1124; 1125; 11293; 11299; 114; 3116; 3117; 42447; 42444; 44524',
    naicsServes: '1152; 42452; 3111',
    makes:
      'Meat Products Manufacturing; Ranching; Ranching and Fisheries; Fisheries; Fishery; Seafood Product Manufacturing',
    perhaps:
      'Farming; Farming, Ranching, Forestry; Food and Beverage Manufacturing; Food Production; Animal Feed Manufacturing; Dairy; Dairy Product Manufacturing',
    words:
      'meat; meats; slaughterhouse; slaughter; abattoir; poultry; beef; pork; livestock; cattle; feedlot; fleisch; schlachthof; sausage; sausages; bacon; broilers',
  }),
  sector('dairy-and-eggs', {
    name: 'dairy and eggs',
    does: 'produce milk or eggs',
    naics: '11212; 11231; 3115; 42443',
    makes: 'Dairy Product Manufacturing; Dairy',
    perhaps: 'Farming; Food and Beverage Manufacturing; Food Production',
    words: 'dairy; milk; cheese; egg farm; eggs; molkerei; milch; creamery',
  }),
  sector('fur-and-leather', {
    name: 'fur and leather',
    does: 'make fur or leather goods',
    naics: '11293; 3161; 3169',
    naicsServes: '3162',
    makes: 'Leather Product Manufacturing',
    perhaps:
      "Women's Handbag Manufacturing; Footwear Manufacturing; Fashion Accessories Manufacturing; Luxury Goods & Jewelry",
    words: 'fur; furs; furrier; tannery; leather; pelz; leder; mink',
  }),
  sector('gambling', {
    name: 'gambling',
    does: 'run games of chance or bets',
    naics: '7132; 72112',
    naicsServes: '711212',
    makes: 'Gambling Facilities and Casinos; Gambling & Casinos',
    perhaps: 'Racetracks; Computer Games; Mobile Gaming Apps',
    words:
      'gambling; casino; casinos; betting; sportsbook; lottery; slot machines; poker; bookmaker; bookmakers; igaming; wagering; gluecksspiel; wetten; sportwetten; spielbank',
  }),
  sector('fossil-fuels', {
    name: 'fossil fuels',
    does: 'produce coal, oil or gas, or burn them for power',
    naics: '2111; 2121; 213111; 213112; 213113; 324; 221112; 4861; 4862; 48691; 4247; 2212',
    naicsServes: '4571; 45721; 23712; 333132',
    makes: `Oil and Gas; Oil & Energy; Oil Extraction; Natural Gas Extraction; Coal Mining; Oil and Coal Product Manufacturing;
      Fossil Fuel Electric Power Generation; Natural Gas Distribution; Wholesale Petroleum and Petroleum Products`,
    serves: 'Retail Gasoline; Pipeline Transportation',
    perhaps: 'Oil, Gas, and Mining; Mining; Mining & Metals; Utilities; Electric Power Generation',
    words: `petroleum; crude oil; oil and gas; oil & gas; natural gas; coal; fracking; oil refinery; refineries; oilfield; drilling rigs; lng; refinery;
      fossil fuel; fossil fuels; erdoel; erdgas; kohle; braunkohle`,
  }),
  sector('nuclear', {
    name: 'nuclear power',
    does: 'run or build nuclear plants',
    naics: '221113',
    makes: 'Nuclear Electric Power Generation',
    perhaps: 'Utilities; Electric Power Generation',
    words:
      'nuclear power; nuclear energy; uranium; nuclear reactor; nuclear reactors; kernkraft; atomkraft; kernenergie',
  }),
  sector('alcohol', {
    name: 'alcohol',
    does: 'make or mainly sell alcoholic drinks',
    naics: '31212; 31213; 31214; 4248; 4453',
    naicsServes: '7224',
    makes:
      'Breweries; Wineries; Distilleries; Wine and Spirits; Wine & Spirits; Wholesale Alcoholic Beverages',
    serves: 'Bars, Taverns, and Nightclubs',
    perhaps: 'Beverage Manufacturing; Food and Beverage Manufacturing; Food & Beverages',
    words: `alcohol; beer; brewery; breweries; brewing; winery; wine; wines; wine and spirits; distillery; whisky; whiskey; vodka; gin; liquor;
      brauerei; weingut; bier; rum; champagne`,
  }),
  sector('adult', {
    name: 'adult entertainment',
    does: 'make adult entertainment',
    naicsServes: '81299',
    perhaps: 'Bars, Taverns, and Nightclubs; Personal Care Services',
    words: `adult entertainment; pornography; porn; erotic; strip club; adult content; escort service; xxx; adult film; adult films;
      sex work; sex shop; erotik; brothel`,
  }),
  sector('prisons', {
    name: 'prisons',
    does: 'run prisons or detention centres',
    naics: '92214',
    makes: 'Correctional Institutions',
    perhaps: 'Security Guards and Patrol Services; Public Safety',
    words: `prison; prisons; private prison; private prisons; correctional facility; correctional facilities; detention center; detention centers;
      detention centre; detention centres; jail; jails; gefaengnis; inmates`,
  }),
  sector('animal-testing', {
    name: 'animal testing',
    does: 'test on animals',
    naicsServes: '3254; 32562; 541714',
    perhaps: `Pharmaceutical Manufacturing; Pharmaceuticals; Biotechnology Research; Biotechnology; Personal Care Product Manufacturing;
      Cosmetics; Medical and Diagnostic Laboratories`,
    words:
      'animal testing; animal experiments; animal research; vivisection; preclinical; in vivo; laboratory animals; tierversuche; toxicology testing; animal models',
  }),
  sector('payday-lending', {
    name: 'payday and high-interest lending',
    does: 'lend at very high interest',
    naicsServes: '522291; 522299; 52239',
    perhaps: 'Credit Intermediation; Loan Brokers; Collection Agencies',
    words:
      'payday lender; payday lenders; payday advance; payday loan; payday loans; payday lending; title loans; cash advance; pawn shop; pawnbroker; instant loans; rent-to-own; short-term loans; high-interest loans; kredithai',
  }),
  sector('pharmaceuticals', {
    name: 'pharmaceuticals',
    does: 'make medicines',
    naics: '3254',
    naicsServes: '4242; 45611',
    makes: 'Pharmaceutical Manufacturing; Pharmaceuticals',
    serves: 'Retail Pharmacies; Wholesale Drugs and Sundries',
    perhaps: 'Biotechnology Research; Biotechnology',
    words:
      'pharmaceutical; pharmaceuticals; pharma; drug maker; drugmaker; opioids; medicines; arzneimittel; vaccines; pharmakonzern; drug development',
  }),
  sector('fast-fashion', {
    name: 'fast fashion',
    does: 'make or sell fast fashion',
    naicsServes: '315; 4581; 42435',
    perhaps:
      'Apparel Manufacturing; Apparel & Fashion; Retail Apparel and Fashion; Textile Manufacturing; Wholesale Apparel and Sewing Supplies; Footwear Manufacturing',
    words: 'fast fashion; ultra-fast fashion; sweatshop; sweatshops; trend clothing; low-cost apparel',
  }),
  sector('surveillance', {
    name: 'surveillance',
    does: 'build or sell tools to watch people',
    naicsServes: '56162; 561611',
    perhaps:
      'Security Systems Services; Computer and Network Security; Security and Investigations; Data Infrastructure and Analytics',
    words: `surveillance; spyware; facial recognition; face recognition; lawful interception; predictive policing; people tracking; wiretapping;
      phone hacking; ueberwachung; employee monitoring; license plate readers; social media monitoring`,
  }),
  sector('data-brokers', {
    name: 'trade in personal data',
    does: 'sell personal data',
    naicsServes: '51929; 54191; 54186; 56145',
    perhaps: 'Advertising Services; Marketing & Advertising; Information Services; Market Research',
    words:
      'data broker; data brokers; data brokerage; consumer data; people search; location data; adtech; ad tech; audience data; datenhandel',
  }),
  sector('crypto', {
    name: 'crypto-currencies',
    does: 'deal in or build crypto-currencies',
    naicsServes: '52316; 5232',
    makes: 'Blockchain Services',
    perhaps: 'Securities and Commodity Exchanges',
    words: `crypto; cryptocurrency; cryptocurrencies; bitcoin; ethereum; stablecoin; stablecoins; defi; nft; nfts; token sale; web3; blockchain; kryptowaehrung;
      crypto exchange; digital assets`,
  }),
  sector('pesticides', {
    name: 'pesticides and gene-changed seed',
    does: 'make pesticides or gene-changed seed',
    naics: '32532',
    naicsServes: '42491',
    makes: 'Agricultural Chemical Manufacturing',
    perhaps: 'Chemical Manufacturing; Chemicals',
    words:
      'pesticide; pesticides; herbicide; herbicides; insecticide; insecticides; agrochemical; agrochemicals; gmo; crop protection; glyphosate; pflanzenschutzmittel',
  }),
  sector('mining', {
    name: 'mining',
    does: 'mine ore, coal or stone',
    naics: '212; 213113; 213114; 213115',
    naicsServes: '333131',
    makes: 'Mining; Mining & Metals; Coal Mining; Metal Ore Mining; Nonmetallic Mineral Mining',
    perhaps: 'Oil, Gas, and Mining; Primary Metal Manufacturing',
    words:
      'mining company; mining companies; gold mining; gold mine; copper mine; open-pit; quarry; iron ore; ore mining; bergbau; lithium mining; deep-sea mining',
  }),
  sector('logging', {
    name: 'logging',
    does: 'fell forests',
    naics: '1133',
    naicsServes: '3211; 3221',
    makes: 'Forestry and Logging',
    perhaps:
      'Paper and Forest Product Manufacturing; Paper & Forest Products; Wood Product Manufacturing; Farming, Ranching, Forestry',
    words: 'logging company; timber; deforestation; palm oil; lumber; pulp mill; holzeinschlag',
  }),
  sector('aviation', {
    name: 'air travel',
    does: 'fly passengers or freight, or build aircraft',
    naics: '481; 336411; 336412; 336413',
    naicsServes: '4881',
    makes:
      'Airlines and Aviation; Airlines/Aviation; Aviation and Aerospace Component Manufacturing; Aviation & Aerospace',
    perhaps: 'Travel Arrangements',
    words: 'airline; airlines; private jets; aircraft manufacturer; air cargo; fluggesellschaft; jet charter',
  }),
  sector('plastics', {
    name: 'plastics',
    does: 'make plastics',
    naics: '3261; 325211',
    naicsServes: '42461',
    makes: 'Plastics Manufacturing; Plastics; Plastics and Rubber Product Manufacturing',
    perhaps: 'Packaging and Containers Manufacturing; Chemical Manufacturing',
    words: 'plastics; plastic packaging; single-use plastic; pvc; kunststoff; polyethylene',
  }),
  sector('sugar', {
    name: 'sugar and soft drinks',
    does: 'make sugar, sweets or soft drinks',
    naics: '3113; 312111',
    makes: 'Sugar and Confectionery Product Manufacturing',
    perhaps: 'Beverage Manufacturing; Food and Beverage Manufacturing; Food & Beverages',
    words: 'soft drinks; soda; confectionery; energy drinks; sugar refinery; candy; suesswaren',
  }),
  sector('politics', {
    name: 'party politics and lobbying',
    does: 'work for a party or lobby',
    naics: '81394',
    naicsServes: '54182',
    makes: 'Political Organizations; Political Organization',
    perhaps:
      'Government Relations Services; Public Policy Offices; Think Tanks; Public Relations and Communications Services',
    words:
      'political party; lobbying; lobbyist; political campaign; super pac; lobbyismus; politische partei',
  }),
  sector('religion', {
    name: 'religious institutions',
    does: 'belong to a church or faith',
    naics: '8131',
    makes: 'Religious Institutions',
    perhaps: 'Non-profit Organizations; Nonprofit Organization Management',
    words: 'church; diocese; mosque; synagogue; evangelical; missionary; kirche; faith-based',
  }),
]
