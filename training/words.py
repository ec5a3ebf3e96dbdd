"""Words of our own to make bibliographic facts from: names, subjects, periodicals, houses, places."""

FAMILIES = (
    "Abbott Adeyemi Ahmed Albrecht Alvarez Anderson Arendt Armstrong Bailey Banerjee Barker Barthes Bauer Becker Bennett "
    "Berger Bianchi Blackburn Bloch Bourdieu Bradley Brennan Brown Burke Butler Cameron Campbell Carter Castells Chakrabarty "
    "Chen Clarke Cohen Cole Collins Cooper Costa Craig Cunningham Dahl Davidson Davies Dean Delgado Dias Dixon Douglas Doyle "
    "Dubois Duncan Eagleton Edwards Eisenstein Elliott Evans Farrell Ferguson Fernández Fischer Fitzgerald Fletcher Forster "
    "Foucault Fowler Fraser Friedman Fuchs Gallagher García Gardner Geertz Giddens Gilbert Ginzburg Goldstein González Goodman "
    "Gordon Graham Green Griffiths Grossman Gupta Habermas Hall Hamilton Hansen Harris Hart Harvey Hassan Hayden Henderson "
    "Herrera Hill Hirsch Hobsbawm Hoffmann Holmes Horowitz Howard Huang Hughes Hunt Ivanov Jackson Jacobs James Jansen Jenkins "
    "Jensen Johnson Jones Kahn Kant Kaplan Kaufman Keller Kelly Kennedy Khan Kim Klein Koch Koskenniemi Kovács Krause Kumar "
    "Lambert Larsen Latour Lawrence Lee Lefebvre Leopold Levy Lewis Lindqvist Lopez Lukács Macdonald Mackenzie Mann Marshall "
    "Martin Martínez Mason Matthews Mbembe McCarthy Mehta Meyer Miller Mitchell Moore Morgan Moreau Müller Murphy Murray "
    "Nakamura Nguyen Nielsen Novak O'Brien O'Connor O’Neill Okafor Oliver Osborne Owens Palmer Park Parker Patel Pearson Pérez "
    "Peters Phillips Popescu Porter Powell Prasad Price Quinn Rahman Ramirez Rao Reid Reynolds Ricoeur Roberts Robinson "
    "Rodríguez Rogers Rossi Rousseau Russell Ryan Said Sánchez Santos Sartre Sato Saunders Schmidt Schneider Schulz Scott Sen "
    "Shapiro Sharma Shaw Silva Simmons Singh Skinner Smith Sokolov Spivak Stein Stevens Stewart Stone Sullivan Suzuki Sweeney "
    "Tanaka Taylor Thomas Thompson Torres Tucker Turner Vargas Vaughan Wagner Walker Wallace Walsh Wang Ward Watson Weber Webster "
    "Weiss Wells White Whitman Williams Wilson Wolf Wong Wood Woods Wright Yamamoto Yang Young Zhang Zimmermann Zola Žižek"
).split()
PARTICLED = (
    "van der Berg|von Humboldt|de la Cruz|van Dijk|de Certeau|da Silva|al-Masri|van den Broek|de Vries|della Porta|von Mises|"
    "Lévi-Strauss|Merleau-Ponty|Ben-Ari|García Márquez|Vargas Llosa|Le Goff|El-Sayed|Mac Giolla|St John|Anker-Petersen|Ortiz-Ruiz"
).split("|")
GIVEN = (
    "Aisha Alan Alexander Alice Amartya Amelia Amy Andrea Andrew Angela Ann Anna Anthony Antonio Ben Benedict Bruno Carla Carlos "
    "Caroline Catherine Charles Charlotte Chris Christine Claire Claude Claudia Daniel David Deborah Dieter Dipesh Donna Dorothy "
    "Edward Elena Eleanor Elizabeth Emily Emma Eric Eva Fatima Felix Fernand Francis Franz Friedrich Gayatri George Georg Gerald "
    "Giulia Grace Greg Guido Hannah Hans Harold Heinrich Helen Henri Henry Hugh Ian Ingrid Irene Isabel Ivan Jack Jacques James Jan "
    "Jane Jean Jean-Paul Jeremy Joan Johann John Jonathan José Joseph Juan Judith Julia Jürgen Karen Karl Kate Katherine Kenneth "
    "Kwame Laura Leo Leon Leslie Linda Louis Louise Lucia Luis Lynn Manuel Marc Margaret Maria Marianne Mark Martha Martin Mary "
    "Max Michael Michel Mohammed Monica Nancy Natalie Neil Nicholas Nicola Nina Olga Oliver Oscar Otto Pablo Patricia Paul Pedro "
    "Peter Philip Pierre Quentin Rachel Ralph Raymond Rebecca Richard Robert Roland Ronald Rosa Ruth Sally Samuel Sandra Sara "
    "Sarah Sebastian Simon Simone Sofia Stephen Stuart Susan Sven Sylvia Teresa Thomas Tim Tony Ulrich Umberto Ursula Vera Victor "
    "Virginia Walter Wendy Wilhelm William Xavier Yan Yuki Yves Zadie"
).split()
SUBJECTS = (
    "sovereignty|citizenship|memory|empire|the archive|migration|human rights|the common law|judicial review|equity|privacy|"
    "labour|slavery|trafficking|gender|sexuality|race|the novel|poetry|Romanticism|modernity|print culture|the book trade|"
    "reading|literacy|translation|the city|the suburb|housing|public health|epidemics|medicine|the body|disability|childhood|"
    "education|universities|science|technology|the machine|computing|data|algorithms|artificial intelligence|text mining|maps|"
    "photography|cinema|theatre|music|opera|painting|architecture|museums|heritage|religion|secularism|Islam|Christianity|"
    "the Reformation|monasteries|liturgy|trade|money|credit|finance|taxation|welfare|development|globalisation|the environment|"
    "climate change|rivers|forests|agriculture|food|famine|war|peace|genocide|diplomacy|espionage|police|prisons|punishment|"
    "crime|evidence|contract|tort|property|trusts|treaties|refugees|asylum|borders|nationalism|democracy|elections|parties|"
    "revolution|class|the peasantry|the working class|friendship|love|marriage|divorce|the family|death|mourning|trauma|"
    "language|rhetoric|philosophy|ethics|justice|freedom|equality|power|violence|terror|media|newspapers|television|the internet"
).split("|")
PLACES_TOLD = (
    "England|Victorian Britain|early modern Europe|colonial India|the Ottoman Empire|post-war Germany|Weimar Germany|Vichy France|"
    "revolutionary France|the Soviet Union|imperial Russia|late imperial China|Meiji Japan|Southeast Asia|West Africa|South Africa|"
    "the Caribbean|Latin America|Mexico|Argentina|Brazil|the United States|the American South|Canada|Australia|Ireland|Scotland|"
    "Renaissance Italy|Fascist Italy|medieval Spain|Scandinavia|the Balkans|the Middle East|the Atlantic world|the Global South|"
    "Habsburg Central Europe|the European Union|international law|the nineteenth century|the long eighteenth century|the digital age"
).split("|")
ADJECTIVES = (
    "The Making of|A History of|The Politics of|The Idea of|Rethinking|The Limits of|The Uses of|The Invention of|The End of|"
    "Understanding|The Law of|The Culture of|Contesting|Imagining|Writing|Reading|Governing|The Origins of|Towards a Theory of|"
    "The Crisis of|In Search of|Against|After|Beyond|Principles of|Essays on|Studies in|Foundations of|A Theory of|The Future of"
).split("|")
CATCHES = (
    "Bodies That Speak|The Long Shadow|Silent Witnesses|Neither Fish nor Fowl|Lost in the Crowd|A Nation of Shopkeepers|"
    "The Empty Chair|Paper Tigers|Out of Place|The Weight of Words|Strangers at the Gate|Unfinished Business|Seeing Double|"
    "What Remains|The Price of Salt|Between Two Worlds|An Uneasy Peace|Counting Heads|The Burning Library|Rights not Wrongs|"
    "Who Owns the Past?|Does Law Matter?|‘No Fit Place for a Lady’|A Room Without a View|Home and Away|Trial and Error"
).split("|")
JOURNALS = (
    "Past & Present|The Historical Journal|Journal of Modern History|American Historical Review|English Historical Review|"
    "Modern Law Review|Cambridge Law Journal|Law Quarterly Review|Oxford Journal of Legal Studies|Legal Studies|Public Law|"
    "Journal of Law and Society|European Journal of International Law|American Journal of International Law|Harvard Law Review|"
    "Yale Law Journal|Stanford Law Review|Michigan Law Review|University of Chicago Law Review|Texas Law Review|"
    "International and Comparative Law Quarterly|Human Rights Quarterly|Feminist Legal Studies|Social & Legal Studies|"
    "Critical Inquiry|New Literary History|PMLA|Representations|Victorian Studies|Modern Language Review|Textual Practice|"
    "Digital Humanities Quarterly|Literary and Linguistic Computing|Digital Scholarship in the Humanities|Big Data & Society|"
    "Journal of Cultural Analytics|First Monday|History Workshop Journal|Gender & History|Signs|Feminist Review|Social Text|"
    "New Left Review|London Review of Books|Theory, Culture & Society|Economy and Society|Sociology|American Journal of Sociology|"
    "Annales. Histoire, Sciences sociales|Revue historique|Historische Zeitschrift|Geschichte und Gesellschaft|Zeitschrift für "
    "Rechtssoziologie|Der Staat|Quaderni storici|Hispania|Slavic Review|Journal of Asian Studies|Modern Asian Studies|"
    "Journal of African History|Comparative Studies in Society and History|Isis|Social Studies of Science|Technology and Culture|"
    "Environmental History|Art Bulletin|October|Screen|Journal of the History of Ideas|Philosophy & Public Affairs|Mind|Ethics|"
    "The Journal of Philosophy|Journal of Economic History|Economic History Review|Quarterly Journal of Economics|The Lancet|"
    "Journal of Documentation|The Library|Archival Science|Speculum|Renaissance Quarterly|Shakespeare Quarterly|Music & Letters"
).split("|")
SHORT_JOURNALS = (
    "OJLS|MLR|CLJ|LQR|PL|JLS|EJIL|AJIL|ICLQ|Crim LR|Harv. L. Rev.|Yale L.J.|Stan. L. Rev.|Mich. L. Rev.|U. Chi. L. Rev.|"
    "Colum. L. Rev.|Geo. L.J.|Cal. L. Rev.|N.Y.U. L. Rev.|U. Pa. L. Rev.|Law & Soc'y Rev.|J. Legal Stud.|Va. L. Rev.|Tex. L. Rev."
).split("|")
PAPERS = (
    "The Times|The Guardian|New York Times|The New York Times|Washington Post|The Nation|The Economist|Daily Telegraph|"
    "Financial Times|Le Monde|Die Zeit|Frankfurter Allgemeine Zeitung|El País|The Atlantic|The New Yorker|Los Angeles Times|"
    "Sydney Morning Herald|The Independent|Wired|Time|Newsweek|Phnom Penh Post|Bangkok Post|The Hindu|Irish Times|BBC News"
).split("|")
HOUSES = (
    "Oxford University Press@Oxford|OUP@|Clarendon Press@Oxford|Cambridge University Press@Cambridge|CUP@|Harvard University Press@"
    "Cambridge, MA|Princeton University Press@Princeton|Yale University Press@New Haven|University of Chicago Press@Chicago|"
    "University of California Press@Berkeley|Stanford University Press@Stanford|Duke University Press@Durham, NC|Columbia "
    "University Press@New York|Cornell University Press@Ithaca|MIT Press@Cambridge, Mass.|Johns Hopkins University Press@Baltimore|"
    "University of Minnesota Press@Minneapolis|Manchester University Press@Manchester|Edinburgh University Press@Edinburgh|"
    "Routledge@London|Routledge@London and New York|Verso@London|Penguin@London|Penguin Books@Harmondsworth|Faber and Faber@London|"
    "Macmillan@London|Palgrave Macmillan@Basingstoke|Blackwell@Oxford|Hart Publishing@Oxford|Hart@Oxford|Sweet & Maxwell@London|"
    "Butterworths@London|Ashgate@Aldershot|Edward Elgar@Cheltenham|Brill@Leiden|Martinus Nijhoff@The Hague|Springer@Berlin|"
    "Suhrkamp@Frankfurt am Main|C. H. Beck@München|Mohr Siebeck@Tübingen|de Gruyter@Berlin|Nomos@Baden-Baden|Gallimard@Paris|"
    "Éditions du Seuil@Paris|Presses universitaires de France@Paris|Dalloz@Paris|Einaudi@Torino|Laterza@Roma|Alianza@Madrid|"
    "Fondo de Cultura Económica@México|Knopf@New York|W. W. Norton@New York|Basic Books@New York|Free Press@New York|Beacon Press@"
    "Boston|Sage@Thousand Oaks, CA|Zed Books@London|Pluto Press@London|Bloomsbury@London|Allen Lane@London|Jonathan Cape@London|"
    "Academic Press@San Diego|Wiley@Hoboken, NJ|McGraw-Hill@New York|Prentice Hall@Englewood Cliffs, NJ|Morgan Kaufmann@San Mateo, "
    "CA|Addison-Wesley@Reading, MA|Elsevier@Amsterdam|North-Holland@Amsterdam|Kluwer@Dordrecht|Open Book Publishers@Cambridge"
).split("|")
BODIES = (
    "Human Rights Watch|Amnesty International|World Health Organization|United Nations Development Programme|UNESCO|UNHCR|"
    "International Labour Organization|World Bank|International Monetary Fund|OECD|European Commission|Council of Europe|"
    "Law Commission|Ministry of Justice|Home Office|Department of Health|National Audit Office|House of Lords Select Committee on "
    "the Constitution|Joint Committee on Human Rights|Open Society Foundations|Open Society Institute|Pew Research Center|RAND "
    "Corporation|Brookings Institution|International Crisis Group|Anti-Slavery International|Global Alliance Against Traffic in "
    "Women|National Institute of Standards and Technology|US Department of State|Government Accountability Office|Transparency "
    "International|Institute for Public Policy Research|Joseph Rowntree Foundation|Electronic Frontier Foundation|Mozilla Foundation"
).split("|")
UNIVERSITIES = (
    "University of Oxford|University of Cambridge|University College London|King’s College London|University of Edinburgh|"
    "University of Manchester|Harvard University|Yale University|Princeton University|Columbia University|Stanford University|"
    "University of California, Berkeley|University of Michigan|University of Toronto|Australian National University|Universität "
    "Heidelberg|Freie Universität Berlin|Humboldt-Universität zu Berlin|Université Paris-Sorbonne|Universidad Complutense de Madrid|"
    "Universiteit Leiden|University of Cape Town|Massachusetts Institute of Technology|Birkbeck, University of London|SOAS"
).split("|")
SITES = (
    "The Programming Historian|British Library|Wikipedia|Medium|The Conversation|OpenDemocracy|Internet Archive|HathiTrust|"
    "Perseus Digital Library|Stanford Encyclopedia of Philosophy|GitHub|Hypotheses|Library of Congress|National Archives|JSTOR Daily"
).split("|")
PARTIES = (
    "Smith Jones Brown R Donoghue Carltona Factortame Pepper Hart Caparo Dickman Anns Miller Evans Jackson Ridge Baldwin Anisminic "
    "Belmarsh Chester Afshar White Carlill Hadley Baxendale Rylands Fletcher Salomon Barclays Williams Roffey Attorney-General "
    "Roe Wade Brown Marbury Madison Miranda Lawrence Obergefell Chevron Erie Tompkins Shelley Kraemer Gideon Wainwright Katz"
).split()
REPORTERS = (
    "AC|QB|WLR|All ER|UKHL|UKSC|EWCA Civ|EWHC (Admin)|Ch|Fam|U.S.|F.2d|F.3d|F. Supp. 2d|S. Ct.|ECR|EHRR|CLR|SCR|NZLR|P.2d"
).split("|")
"""Series of reports of courts."""
COMMENTS = (
    "This is not the place to rehearse the argument in full.|I am grateful to the editors for this point.|The emphasis is mine.|"
    "All translations are my own unless otherwise noted.|On this point there is now a large literature.|The figures are those of the "
    "ministry and should be treated with caution.|He was later to change his mind.|Whether this amounts to a rule of law is another matter.|"
    "The manuscript has since been lost.|I return to this question below.|No reliable figures exist for the years before 1850.|"
    "The court did not decide the point.|Much depends on what is meant by consent.|The term is used here in its widest sense.|"
    "A similar argument has been made in the context of labour law.|It was not until the following year that the press took notice.|"
    "These interviews were conducted in the spring under condition of anonymity.|Not all historians agree.|The distinction is an old one.|"
    "For reasons of space these cases cannot be considered here.|This was hardly a new idea.|The dating is uncertain.|Emphasis added.|"
    "Several of the women I spoke to made the same observation.|The committee reported in the same terms.|Nothing turns on this.|"
    "The second edition omits this passage.|The same was true of the provinces.|The spelling has been modernised throughout."
).split("|")
LEADS = (
    "The phrase is borrowed from|The classic statement is|The best account is|A different view is taken in|The point is well made in|"
    "This paragraph draws on|The literature is surveyed in|The argument follows|The evidence is set out in|For the contrary view see|"
    "For a fuller account, see|For an overview, see|The term was coined in|On the background see|A useful introduction is"
).split("|")
SIGNALS = (
    "See|See|See|See also|See, for example,|See e.g.|See, e.g.,|See generally|Cf.|Cf|cf.|But see|Compare|Contra|Accord|see|see also|"
    "See further|Siehe|Siehe auch|Vgl.|Vgl. auch|Voir|Voir aussi|Quoted in|Cited in|For example,|See especially|See in particular"
).split("|")
TRAILS = (
    "among many others|emphasis added|footnotes omitted|(emphasis in original)|and the works cited there|(my translation)|passim"
).split("|")
PROSE = (
    "The history of {a} in {p} has been told many times, but rarely from the point of view of {b}.|"
    "By {y} the debate about {a} had moved on, and few still spoke of {b}.|It has been argued that {a} cannot be understood without {b}.|"
    "In {y} the government announced that {a} would no longer fall under the act.|I owe this reference to {n}.|"
    "{n} was the first to use the term in this sense.|This does not mean that {a} was unimportant in {p}.|"
    "We are grateful to {n} and to an anonymous reviewer for comments on an earlier draft.|"
    "The court held that {a} was a matter for parliament.|There were at least {k} such cases before {y}.|"
    "On {a} and {b} the sources are silent.|For {n}, by contrast, {a} was a means and not an end.|"
    "The survey, which covered {k} households, was carried out in {y}.|Some of these texts were later reprinted, others are lost.|"
    "The word {a} does not occur in the document, though {b} does.|In what follows I use ‘{a}’ to refer to both.|"
    "Interview with {n}, who asked that the recording be destroyed.|That said, {a} remained the exception in {p} until {y}.|"
    "As one official put it, ‘we did not think about {a} at all’.|Here as elsewhere {b} and {a} went hand in hand."
).split("|")
"""Argument, with places for a subject, another, a place, a year, a name and a count."""
