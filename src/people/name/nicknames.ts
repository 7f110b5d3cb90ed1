// What people are called for short, and what a name is in the next language. General knowledge; a line is one name.

const NAMES = `
abdul abdel
abraham abe abram avraham ibrahim ebrahim
agnes inés ines agnieszka
albert al bert berti alberto
alejandro ale alex jandro sandro
alexander alex alec sascha sasha xander lex sandy aleksandr alexandr aleksander alexandre oleksandr iskander
alexandra alex sandra sascha sasha lexi aleksandra alejandra
alfred fred fredi alf alfredo
alice ali alicia
andreas andi andy andré andre andrés andrea andrew drew andrej andrey andrei andrzej anders andrew
andrea andi
ann anna anne annie anni anja hannah hanna ana anita nancy annika
anthony tony antonio toni anton antoine antoni
antonia toni
arthur art artie arturo artur
barbara barb babs bärbel barbra varvara
benjamin ben benny benni benji
bernhard bernd hardy bernard bernie bernardo
brigitte gitte gitta birgit bridget
carl karl carlos charles charlie chuck charly carlo karol
caroline carol caro carolin karoline carolina carrie
catherine katherine kate kathy cathy katie kathryn katharina kathrin katrin käthe kati katja katya ekaterina yekaterina catalina caterina katarzyna cathleen kathleen
christian chris christo cristian krystian
christine christina chris tina chrissie christa christel kristina kirsten cristina christin tine
christopher chris kit christoph christophe cristóbal toph
claudia claudi klaudia
cornelia conny nelly connie
daniel dan danny dani daniil
david dave davey davide dawid
deborah deb debbie debra
dennis denny denis denise
diego santiago jacob james
dietrich dieter dirk
dimitri dmitri dmitry dima mitja dmytro dimitrios dimitris
dolores lola
dominik dominic dom nick dominique domingo
donald don donnie
dorothea dorothy dora dottie dorothée thea
edgar ed eddie
edward ed eddie ted teddy ned eduard edi eduardo edek
elena helena helen helene elen lena ellen yelena olena leni nell
elizabeth liz lizzie beth betty betsy eliza liza elisabeth lisa elsa else lisbeth isabel isabella sissi bettina lilli lisbet elżbieta
emanuel manuel manu manolo
emil emilio
enrique henry heinrich heinz hank harry henri heiner heiko henrik hendrik quique enrico
erich eric erik
ernst ernest ernesto ernie
esperanza espe
eugene gene eugen evgeny yevgeny eugenio
eva eve evi evita
ferdinand ferdi fernando nando
franz frank francis frans franciszek francesco francisco paco pancho curro fran franziskus frankie
franziska franzi fränzi frances francisca paquita fran franka
frederick fred freddy friedrich fritz fredrik federico frederic rick freddie
fyodor fedor theodor theodore ted teddy theo teodoro
gabriel gabe gabi
gabriele gabriela gabi gaby gabriella
george georg jörg jürgen jorge giorgio georgios giorgos yorgos yuri juri jurij jerzy györgy
gerhard gerd gert gerardo gerard gerry
gertrud trude trudi gertrude
gisela gisi
grzegorz gregory greg gregor gregorio
guadalupe lupe
günther günter gunther
guillermo william will bill billy willy willi wilhelm liam guille memo wim willem
gustav gus gustavo gösta
hans johannes johann john jack johnny jon jan juan giovanni ivan ian sean hannes hansi jens jean joao ioannis yannis evan jonny janusz johan
harald harry harold hal
helmut helmi helle
hubert bert hubertus
hugo hugh
ignatius ignaz nacho ignacio
ingrid inga
irina ira irene irina
isaac ike izaak
jacqueline jackie
james jim jimmy jamie jaime jacob jakob jake jacques giacomo yakov santiago
jennifer jen jenny jenna
jeffrey jeff geoffrey geoff
jessica jess jessie
joachim jochen achim joaquín quino
joseph joe joey jo josef sepp jupp josé pepe giuseppe youssef yusuf yousef józef iosif beppe
josephine josi josie fina josefina
joshua josh
judith judy jutta
julia julie juliane yulia julka
julian jules julio julius
kenneth ken kenny
klaus nikolaus nicholas nick nico niko nicolas nikolas claus niklas nikolai nicola mikolaj nikos nicky
konrad conrad conny kurt
konstantin constantin kostas kostja konstantinos
lawrence larry laurence laurenz lorenz lorenzo lars laurent lasse
leonard leo len lenny leonhard leonardo leon lenni
louis lou ludwig luis lewis luigi ludovic lutz louie
louise luise lou luisa
lucas lukas luke luca lukasz luc
magdalena lena magda maggie madeleine leni
manfred manni fred
margaret maggie meg peggy marge margarete margarethe grete gretel greta margarita rita margit marguerite daisy malgorzata
maria mary marie mariya marija mia mimi maja mari molly polly
mario marius
mark marc marcus markus marco marek
martha marta
martin marty marcin martín
martina tina
matthew matt matty matthias matthäus mathias mateo matteo mateusz matze hias mats matthieu
max maximilian maxi maxim maximiliano maksim
melanie mel melly melissa
michael mike mick mickey micha mikhail michail miguel michel michal mikael michele mischa misha mikkel mihai
michaela michi micha michelle
mercedes merche
mohammed mohamed muhammad mohammad mehmet mo muhammed mohamad
monika monica moni
nadezhda nadia nadja nadya
natalia natalie natasha natascha nataliya nathalie natalya
nathaniel nathan nate nat
nicole nicki nicola
olga olya helga
oliver olli ollie olivier
oscar oskar
otto otte
pamela pam
patricia pat patty tricia trish patrizia
patrick pat paddy patricio
paul paulus pablo paolo pavel pawel pol
paula pauline paulina
peter pete pedro pietro pierre petr pyotr piotr petar petros per
petra petronella
philip phil philipp felipe pip philippe filip
rafael rafa raphael rafi
ralph ralf rolf rudolf rudi rudy rodolfo
rebecca becky rebekka bec
reinhard reiner rainer reinhardt
richard rick ricky dick rich ricardo rich riccardo richie
robert bob rob bobby robbie bert roberto robin
roland rolli orlando
ronald ron ronnie reinhold
rosa rosi rose rosemarie rosemary rosie
rosario charo
roger rüdiger rodrigo
samuel sam sammy samy
samantha sam
sebastian basti seb bastian sebastián sebastien wastl
sergey sergei sergio serge serhiy seryozha
sigismund siggi zygmunt
siegfried siggi sigi
simon simeon simón shimon semyon
sophie sofia sophia sofie sofija zofia
stanislav stan stas stanislaw
stephen steve steven stefan stephan steffen esteban stevie etienne stefano szczepan stefanos
stephanie steffi stefanie steph estefanía
susan sue susie susanne suzanne sanne susi susana suzy zuzanna
sven swen
tatiana tanja tanya tatjana
teresa theresa terry tess resi therese tere
thomas tom tommy tomás tomas tomasz tommaso thom foma
timothy tim timmy timo timotheus
tobias tobi toby tobiah
ulrich uli ulli ulrik
ulrike uli ulla rike
ursula uschi ulla
ute uta
valentin valentine
veronica ronnie vroni veronika vera
victor vic viktor vittorio
victoria vicky vicki viktoria tori
vincent vince vinny vinzenz vicente vincenzo
vladimir wladimir vlad volodymyr vova wolodymyr
walter walt wally walther gualterio
werner verner
wolfgang wolf wolfi
xavier xaver javier javi
yasmin jasmin jasmine
yitzhak isaac itzhak
yosef joseph
zachary zach zack zak
zinaida zina`

/** Lines of names, as they are written; the first of a line is the one that the others are short for. */
export const NICKNAME_LINES: readonly (readonly string[])[] = NAMES.trim()
  .split('\n')
  .map((line) => line.split(' '))
