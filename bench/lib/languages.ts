// Names as languages have them, for invented people: common ones by heart, rarer ones of parts.

/** `parts`: of what the rarer family names are made; the given names too where those are made of syllables. */
export type Language = {
  given: string[]
  family: string[]
  short: Record<string, string>
  parts: [string[], string[]]
  syllables?: true
  /** Of a hundred, so many bear one of the family names above. */
  common: number
}
/** Written twice: as at home | as abroad. */
export const LANGUAGES: readonly Language[] = [
  {
    common: 15,
    given:
      words(`Thomas Michael Andreas Stefan Jürgen Wolfgang Matthias Sebastian Johannes Christian Anna Katharina
      Elisabeth Susanne Ursula Julia Franziska Claudia Jörg Günther Ulrich Heike Sabine Maximilian Torben Wiebke
      Hanno Edeltraud Florian Tobias Markus Patrick Dominik Simon Lukas Felix Moritz Jonas Niklas Philipp Fabian
      Marcel Sven Lars Torsten Holger Dirk Uwe Rainer Manfred Helmut Gerhard Norbert Reinhard Volker Frank Ralf Bernd Karin
      Petra Gabriele Birgit Angelika Monika Renate Silke Anja Tanja Nadine Melanie Sandra Nicole Stefanie Daniela Kerstin
      Britta Antje Frauke Carola Miriam Judith Verena Ramona Saskia Corinna Beate Doris Ilse Marlene Greta Ronja Svenja
      Ruprecht Gisbert Adelheid`),
    family:
      words(`Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter
      Klein Wolf Schröder Neumann Schwarz Zimmermann Krüger Hartmann Lange Werner Krause Lehmann Köhler Herrmann König Mayer
      Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Günther Winkler Lorenz Baumann
      Ahlefeldt Rautenkranz Zschocke Quittenbaum Overdiek Tiefenthaler Knöbelreiter`),
    short:
      pairs(`Thomas:Tom Michael:Micha Andreas:Andi Stefan:Steffen Wolfgang:Wolf Matthias:Matze Sebastian:Basti
      Johannes:Hannes Christian:Chris Katharina:Kathi Elisabeth:Lisa Susanne:Susi Ursula:Uschi Franziska:Franzi Ulrich:Uli
      Maximilian:Max Claudia:Claudi`),
    parts: [
      words(
        `Alt Bir Dor Eber Feld Gros Hag Isen Kalt Lind Moos Nieder Ober Pfann Rott Stein Tann Wald Zell Brun Holz Rein Acher Bram
        Diel Esch Fried Gold Hirsch Immen Karp Leh Mann Nuss Oster Pren Quer Rams Schön Tiefen Unter Vor Wies Zier Bichl Drei`,
      ),
      words(`bach berg mann hauser inger feld stett horst ried hofer meister kamp brink loh wig egger moser huber tal wieser
        eder reuter köster rath müller schmied thaler`),
    ],
  },
  {
    common: 15,
    given:
      words(`James Robert William Richard Joseph Charles Christopher Daniel Matthew Anthony Margaret Elizabeth
      Jennifer Patricia Katherine Deborah Stephanie Rebecca Samantha Timothy Gregory Benjamin Nicholas Edward Susan Tamsin
      Peregrine Ottoline Brian Kevin Jason Jeffrey Ryan Jacob Gary Eric Stephen Larry Justin Scott Brandon Frank
      Raymond Patrick Jack Dennis Jerry Tyler Aaron Adam Nathan Douglas Zachary Peter Kyle Walter Ethan Keith Roger Noah
      Linda Barbara Jessica Sarah Karen Lisa Nancy Sandra Ashley Emily Donna Michelle Carol Amanda Melissa Laura Cynthia
      Kathleen Amy Angela Shirley Brenda Emma Pamela Nicole Helen Christine Debra Rachel Carolyn Janet Heather Diane Olivia
      Joyce Victoria Kelly Lauren Joan Evelyn Judith Hannah Clementine Barnaby Isolde`),
    family:
      words(`Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Jackson Martin
      Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Baker Nelson Carter
      Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins Fotheringay Wolstenholme Ravenscroft Tattersall
      Quillfeather Ormondroyd`),
    short:
      pairs(`James:Jim Robert:Bob William:Bill Richard:Dick Joseph:Joe Charles:Chuck Christopher:Chris Daniel:Dan
      Matthew:Matt Anthony:Tony Margaret:Peggy Elizabeth:Betty Jennifer:Jenny Patricia:Trish Katherine:Kate Deborah:Debbie
      Stephanie:Steph Rebecca:Becky Samantha:Sam Timothy:Tim Gregory:Greg Benjamin:Ben Nicholas:Nick Edward:Ted Susan:Sue`),
    parts: [
      words(
        `Ash Black Cran Dun Elm Fair Gold Hart Inger Kirk Lang Mar North Oak Pem Red Stan Thorn Wake Whit Brad Chet Addle Bran
        Clay Dray Easter Fen Gar Haw Ips Jarrow Kel Lin Mel New Or Pen Quar Rad Swin Tad Ul Ver Wex Yar Bays Corn`,
      ),
      words(`worth ley ton field wick bury combe ham wood stead bridge ford well hurst more den thorpe holt gate mere shaw
        croft dale by row low cliffe`),
    ],
  },
  {
    common: 50,
    given:
      words(`José Francisco Manuel Enrique Alejandro Guillermo Ignacio Rafael María Guadalupe Dolores Mercedes Teresa
      Concepción Jesús Andrés Sebastián Inés Lucía Itziar`),
    family:
      words(`García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández
      Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco
      Etxeberria Zubizarreta Ibarguren Goikoetxea`),
    short: pairs(
      `José:Pepe Francisco:Paco Manuel:Manolo Enrique:Quique Alejandro:Alex Guillermo:Guille Ignacio:Nacho Rafael:Rafa
       Guadalupe:Lupe Dolores:Lola Mercedes:Merche Teresa:Tere`,
    ),
    parts: [
      words('Alar Bal Cas Delg Esc Fig Gal Herr Lag Mont Nar Ort Pal Quint Riv Sal Tor Val Zam Berm'),
      words('eda eros ilda cón uelo ámez erra oya anza iño edo ares osa ardo ique'),
    ],
  },
  {
    common: 25,
    given: words(`Александр|Alexander Дмитрий|Dmitry Сергей|Sergey Михаил|Mikhail Николай|Nikolai Юлия|Yulia
      Екатерина|Ekaterina Наталья|Natalia Ольга|Olga Татьяна|Tatiana Владимир|Vladimir Андрей|Andrey Евгений|Evgeny`),
    family:
      words(`Иванов|Ivanov Смирнов|Smirnov Кузнецов|Kuznetsov Попов|Popov Соколов|Sokolov Лебедев|Lebedev
      Козлов|Kozlov Новиков|Novikov Морозов|Morozov Волков|Volkov Щербаков|Shcherbakov Жуков|Zhukov Чехов|Chekhov
      Хабаров|Khabarov Толстой|Tolstoy Юсупов|Yusupov`),
    short: pairs(`Александр|Alexander:Sasha Михаил|Mikhail:Misha Дмитрий|Dmitry:Dima Екатерина|Ekaterina:Katya
      Наталья|Natalia:Natasha Татьяна|Tatiana:Tanya`),
    parts: [
      words(
        'Бар|Bar Вол|Vol Гор|Gor Дан|Dan Зел|Zel Кар|Kar Лом|Lom Мед|Med Ник|Nik Пав|Pav Род|Rod Сав|Sav Тим|Tim Фад|Fad Бел|Bel Гал|Gal Дор|Dor Кир|Kir Мар|Mar Сол|Sol Тар|Tar Чер|Cher',
      ),
      words('анов|anov енко|enko ский|sky ичев|ichev утин|utin еев|eev онов|onov аров|arov ыгин|ygin'),
    ],
  },
  {
    common: 100,
    given:
      words(`伟|Wei 芳|Fang 秀英|Xiuying 娜|Na 敏|Min 静|Jing 丽|Li 强|Qiang 磊|Lei 军|Jun 洋|Yang 勇|Yong 志强|Zhiqiang
      建国|Jianguo 晓明|Xiaoming 文博|Wenbo`),
    family:
      words(`王|Wang 李|Li 张|Zhang 刘|Liu 陈|Chen 杨|Yang 黄|Huang 赵|Zhao 吴|Wu 周|Zhou 徐|Xu 孙|Sun 马|Ma 朱|Zhu
      胡|Hu 郭|Guo 何|He 林|Lin 欧阳|Ouyang`),
    short: {},
    parts: [
      words('伟|Wei 文|Wen 建|Jian 志|Zhi 晓|Xiao 春|Chun 海|Hai 国|Guo 明|Ming 丽|Li 雪|Xue 玉|Yu'),
      words('芳|fang 华|hua 军|jun 强|qiang 红|hong 平|ping 林|lin 英|ying 东|dong 梅|mei 峰|feng 博|bo'),
    ],
    syllables: true,
  },
  {
    common: 100,
    given: words(
      `민수|Min-su 지훈|Ji-hoon 영희|Young-hee 서연|Seo-yeon 현우|Hyun-woo 수진|Soo-jin 민지|Min-ji`,
    ),
    family: words(
      `김|Kim 이|Lee 박|Park 최|Choi 정|Jung 강|Kang 조|Cho 윤|Yoon 장|Jang 임|Lim 한|Han 신|Shin 권|Kwon`,
    ),
    short: {},
    parts: [
      words('민|Min- 지|Ji- 서|Seo- 현|Hyun- 수|Soo- 영|Young- 동|Dong- 상|Sang- 재|Jae- 성|Sung-'),
      words('수|su 훈|hoon 연|yeon 우|woo 진|jin 호|ho 철|chul 민|min 준|jun 미|mi'),
    ],
    syllables: true,
  },
  {
    common: 40,
    given: words(
      `محمد|Mohammed احمد|Ahmed خالد|Khalid حسن|Hassan علي|Ali فاطمة|Fatima مريم|Maryam يوسف|Yousef سارة|Sara`,
    ),
    family: words(
      `حداد|Haddad منصور|Mansour سليمان|Suleiman خليل|Khalil ناصر|Nasser قاسم|Qasim بشير|Bashir رشيد|Rashid`,
    ),
    short: {},
    parts: [
      words('حد|Had من|Man سل|Sal خل|Khal نص|Nas كر|Kar بش|Bash رش|Rash فر|Far جب|Jab'),
      words('اد|ad ور|our يم|im ان|an ار|ar وم|oum'),
    ],
  },
  {
    common: 50,
    given: words(`Lars Søren Jørgen Anders Åsa Björn Ingrid Kirsten Mette Håkan Øyvind Liv`),
    family: words(
      `Hansen Johansen Sørensen Jørgensen Åberg Öberg Lindström Sjögren Bjørnstad Ødegård Nygård Kjærgaard`,
    ),
    short: {},
    parts: [
      words('Ask Bjørk Dal Ek Fjell Gran Hav Kvist Lund Mo Nord Øst Søder Vik Åker Rosen'),
      words('berg gaard haug lund strøm rud vik mark stad sen quist dahl'),
    ],
  },
]
/** How often somebody is of this language, out of a hundred. */
export const OFTEN = [30, 32, 12, 8, 7, 4, 3, 4]

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
function pairs(text: string): Record<string, string> {
  return Object.fromEntries(words(text).map((pair) => pair.split(':') as [string, string]))
}
