"""English: what tells it from other languages; its words of the trade stand where fields are read."""

from cite.recognisers.languages.language import Language

ENGLISH = Language(
    code="en",
    name="English",
    common="the | of | and | in | on | to | from | for | with | by | at | as | his | her | its | their | an | is | was | not | between | into | after | against | under | during | towards | through",
    months="january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec",
    seasons="spring | summer | autumn | fall | winter",
    ordinals="first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth",
    signals="see | see also | see generally | see, for example, | compare | but see | quoted in | cited in",
    container="in",
    edited_by="edited by | ed. by | ed.",
    editors="ed. | eds. | editor | editors",
    translated_by="translated by | trans. | transl. by",
    conjunctions="and",
    others="et al. | and others",
    accessed="accessed | accessed on | last accessed | last visited | retrieved",
    available="available at",
    doctoral="PhD thesis | PhD diss. | doctoral dissertation",
    masters="master’s thesis | MA thesis",
    places="London | New York | Oxford | Cambridge | Chicago | Boston | Princeton | Edinburgh | Philadelphia",
    houses="Press | Publishing | Publishers | Books | Routledge | Penguin | Macmillan",
    periodicals="Journal | Review | Quarterly | Times | Studies | Letters | Bulletin | Magazine",
    bodies="University | Institute | Department | Ministry | Council | Committee | Commission | Office",
    given="John | William | James | Robert | Richard | Charles | George | Edward | Henry | Elizabeth | Margaret | Jennifer",
)
