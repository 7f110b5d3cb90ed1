import type { Random } from './random.ts'

// Given and family names of many languages, combined by chance: nobody is meant.

type Culture = { weight: number; given: string[]; family: string[] }

const culture = (weight: number, given: string, family: string): Culture => ({
  weight,
  given: given.trim().split(/\s+/),
  family: family
    .trim()
    .split(/\s+/)
    .map((name) => name.replaceAll('_', ' ')),
})

export const CULTURES: readonly Culture[] = [
  culture(
    5,
    `Alice Brian Clare Dennis Edith Fiona Gareth Hannah Ian Joyce Keith Laura Martin Nora Oliver Paula Quentin Rose
     Simon Tessa Una Victor Wendy Graham Heather Leonard Megan Nigel Philippa Rupert`,
    `Abbott Bramley Carver Dunmore Ellery Fairbank Garside Hollis Ingham Jessop Kemble Langley Marlow Norwood Oakes
     Pemberton Quayle Ravensworth Sedgwick Thackeray Underhill Vickers Wexley Yardley Ashdown Bexley Crowther Dalton`,
  ),
  culture(
    4,
    `Anke Bernd Carla Dieter Elke Frieda Gerd Hanna Ingo Jutta Karsten Lena Matthias Nele Ottmar Petra Ralf Silke
     Torben Ulrike Volker Wiebke Jonas Katrin Lukas Mareike Sven Tanja`,
    `Adler Brandt Clausen Dorfmann Ebert Falkner Grothe Hartwig Immel Jansen Kessler Lohmann Moeller Nagel Ostermann
     Pohlmann Quast Reinhold Seidel Thelen Uhlig Vollmer Wendt Ziegler Bachmann Drescher Engelke Freitag`,
  ),
  culture(
    3,
    `Adele Bastien Camille Damien Elise Fabrice Gaelle Hugo Ines Julien Karine Lucie Mathieu Noemie Olivier Pauline
     Remi Solene Thibault Valerie Yann Claire Etienne Manon Pascal Sabine`,
    `Arnoux Beaulieu Charpentier Delorme Etchart Fontaine Girardin Hamelin Imbert Joubert Lacombe Mercier Navarre
     Ollivier Perrault Quentin Renaud Sauvage Tessier Vasseur Bonnet Chevallier Durand Favre Guillot Marchand`,
  ),
  culture(
    4,
    `Alba Bruno Carmen Diego Elena Fermin Gloria Hector Irene Javier Lucia Mateo Nuria Oscar Pilar Ramon Sofia Tomas
     Valeria Ximena Adrian Beatriz Cesar Daniela Emilio Gabriela Ignacio Marisol`,
    `Arriaga Benitez Carrasco Dominguez Echeverria Figueroa Galindo Herrera Ibarra Jimenez Lozano Montero Navarro
     Olmedo Paredes Quintana Robledo Salcedo Trujillo Urrutia Valdes Zamora Alarcon Barrios Cordero Escobar`,
  ),
  culture(
    3,
    `Astrid Bjorn Cecilie Dag Eirik Frida Gunnar Helga Ivar Johanna Kjell Linnea Magnus Nanna Oskar Pernille Rolf
     Signe Tove Ulf Vidar Ylva Annika Henrik Kaisa Mikko Saara Tuomas`,
    `Aalto Bergstrom Dahlgren Ekholm Fagerlund Grondahl Halvorsen Isaksen Johnsrud Kallio Lindqvist Moberg Nyström
     Oksanen Palmgren Rasmussen Sandvik Thorsen Ulvestad Virtanen Wikström Åkerlund Brekke Engström Haugen Nygaard`,
  ),
  culture(
    3,
    `Agnieszka Bartosz Czeslawa Dorota Eryk Filip Grazyna Henryk Iwona Jacek Katarzyna Lech Magdalena Norbert Oksana
     Pavel Radka Stanislav Tereza Viktor Wojciech Zdenka Andrei Bogdan Irina Mihai Ruxandra Vesna`,
    `Adamek Bielski Cermak Dvorsky Emelin Fiala Gorski Havel Ivanov Jelinek Kowalczyk Lisowski Marek Nowicki Olszewski
     Petrescu Rybak Sokolov Tomasek Urbanek Vlasak Wrona Zelenka Constantin Dragomir Horvat Kolar Popa`,
  ),
  culture(
    4,
    `Aarav Bhavna Chitra Deepak Esha Farhan Gauri Harish Ishaan Jaya Kavita Lakshmi Manoj Nisha Omkar Pooja Rahul
     Sanjana Tarun Uma Vikram Yamini Anjali Dinesh Meera Nikhil Priya Rohan`,
    `Acharya Bhattacharya Chaudhari Deshpande Ekambaram Fernandes Ganguly Hegde Iyengar Joshi Kulkarni Lahiri Menon
     Nambiar Oberoi Pillai Qureshi Raghavan Saxena Thakur Upadhyay Varma Wadhwa Yadav Banerjee Chopra Dutta Kapoor`,
  ),
  culture(
    4,
    `An Bo Chen Dan Fang Guo Hui Jia Kai Lan Mei Ning Ping Qing Rui Shan Ting Wei Xin Yan Zhen Haoran Jingyi Lixin
     Mingyu Siyuan Xiaolan Yifan`,
    `Bai Cao Deng Fan Gao Han Jiang Kong Liang Meng Ni Ouyang Pan Qiu Ren Shen Tang Wan Xie Yin Zhou Chu Ding Fu Gong
     Hou Jin Lu`,
  ),
  culture(
    3,
    `Akira Chie Daisuke Emi Fumiko Goro Haruka Isamu Junko Kenji Mariko Naoki Orie Reiko Satoshi Tomoko Yuji Ayaka Hiro
     Kaori Minjun Seoyeon Jihoon Hana Eunji Dohyun`,
    `Aoki Endo Fujita Goto Hayashi Ikeda Kimura Maeda Nakano Ogawa Sakai Takeda Ueno Wada Yamane Baek Choi Han Jung
     Kang Lim Moon Noh Park Ryu Shin`,
  ),
  culture(
    3,
    `Abena Babajide Chiamaka Dumisani Efua Folake Gyasi Hadiza Ifeoma Jabari Kwame Lerato Makena Nia Obinna Palesa
     Rudo Sipho Temitope Uche Wanjiru Yaw Zola Amara Kofi Ngozi Thabo`,
    `Abara Boateng Chukwu Dlamini Eze Fofanah Gachanja Hlongwane Igwe Juma Kariuki Lungu Mbeki Nwosu Okonjo Phiri
     Quaye Radebe Sithole Tembo Usman Wekesa Yeboah Zuma Adeyemi Bello Danso Kamau`,
  ),
  culture(
    3,
    `Amal Basma Dalia Elias Farah Ghassan Hala Idris Jamila Karim Layla Mahmoud Nadia Omar Qasim Rania Samir Tariq Wafa
     Yasmin Zaid Arash Bahar Darius Leila Mina Navid Shirin`,
    `Abbasi Bishara Chehab Darwish Elmasri Farouk Ghanem Haddad Issa Jaber Khoury Lahlou Mansour Nasser Othman Qabbani
     Rahimi Saleh Tehrani Wahba Yazdani Zaki Ansari Barakat Farahani Karimi`,
  ),
  culture(
    2,
    `Aylin Baris Ceren Deniz Emre Figen Gokhan Hande Ilker Jale Kerem Leyla Murat Nazli Onur Pelin Selim Tolga Umut
     Yusuf Zeynep Ozan Defne Cem`,
    `Aksoy Bayrak Celik Demirtas Erdem Gunes Hancer Inan Kaplan Levent Mercan Ozturk Polat Sezer Tekin Uysal Vardar
     Yalcin Zengin Aydin Bulut Korkmaz Sahin Tuncer`,
  ),
  culture(
    3,
    `Ana Bento Clarice Davi Eduarda Flavio Giovana Heitor Isadora Joaquim Larissa Marcelo Nadia Otavio Priscila Rafael
     Sabrina Tiago Vitoria Wagner Yara Caio Luana Renato`,
    `Almeida Barbosa Cardoso Duarte Esteves Ferreira Gouveia Henriques Lacerda Machado Nogueira Oliveira Pimentel
     Queiroz Ribeiro Siqueira Teixeira Vasconcelos Xavier Azevedo Batista Coelho Falcao Guimaraes`,
  ),
  culture(
    2,
    `Alessia Beppe Chiara Dario Elisa Fabio Giulia Ilaria Lorenzo Marta Nicola Ornella Paolo Raffaella Sandro Tiziana
     Ugo Viola Despina Kostas Eleni Nikos Sofoklis Thalia`,
    `Amato Bellini Conti Donati Esposito Ferrante Gallo Lombardi Marchetti Negri Orlandi Pellegrini Ricci Santoro Testa
     Valentini Zanetti Barbieri Economou Georgiou Makris Nikolaidis Papadakis Vlachos`,
  ),
]

const drawn = CULTURES.flatMap((each) => Array<Culture>(each.weight).fill(each))
/** Families move: some names join two languages. */
const MIXED = 0.12

/** A full name, in two parts. */
export function inventName(random: Random): [given: string, family: string] {
  const home = random.pick(drawn)
  const other = random.chance(MIXED) ? random.pick(drawn) : home
  return [random.pick(home.given), random.pick(other.family)]
}
