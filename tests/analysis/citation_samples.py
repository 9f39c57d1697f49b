"""Small files of citations in the layouts of the programs that people use, written for these tests."""

EMBASE = """TY  - JOUR
M3  - Article
Y1  - 2014
VL  - 3
IS  - 3
SP  - 152
EP  - 160
SN  - 2226-7190
SN  - 2226-7190
JF  - Knees Today
JO  - Knees Tod.
UR  - http://www.embase.com/search/results?id=L1
C5  - 15368318
DB  - Embase
L2  - http://dx.doi.org/10.4103/2303-9027.138783
A1  - Liu R.
A1  - Adler D.G.
T1  - Mats on the floor: who can get up again?
LA  - English
KW  - article
KW  - human
N2  - Some could; p < 0.05.
ER  -
"""
ZOTERO = """TY  - JOUR
TI  - Exercise at home <i>versus</i> in a class.
AU  - Shen, Zhaofeng
AU  - World Health Organization
T2  - Medicine
DA  - 2019/08//undefined
PY  - 2019
DO  - https://doi.org/10.1097/MD.0000000000016881
SP  - e16881
J2  - Medicine (Baltimore)
N1  - <p>Read this</p>first
ER  -
"""
PROQUEST = """TY  - THES
T1  - Who speaks first
JF  - ProQuest Dissertations and Theses
AU  - Smith, John, Jr.
A3  - Jones, Jeff
PY  - 2020
SP  - 150
CY  - Leek
PB  - University of the Moorlands
M3  - Ph.D.
SN  - 9798373627394
N1  - Copyright - somebody
ER  -
"""
IEEE = """TY  - CONF
TI  - Gait in the hall
T2  - Proceedings of the Walkers
SP  - 183
EP  - 186
AU  - A. Author-One
AU  - B. C. Author-Two
PY  - 2020
IS  -
VO  - 12
Y1  - 4-8 Aug. 2020
ER  -
"""
JSTOR = """Provider: JSTOR http://www.jstor.org
Database: JSTOR
Content: text/plain; charset="UTF-8"


TY  - CHAP
TI  - A chapter
AU  - Chapwriter-One, Phoebe
A2  - Editor, Davide
T2  - A whole book
T3  - A series
Y2  - 2023/04/17/
SP  - 125
EP  - 354
ER  -
"""
SCOPUS = """TY  - JOUR
TI  - Stress and the stairs
T2  - Medical Stairs
PY  - 2020
AU  - Uno, Y.
C2  - 31421429
C7  - 109324
DB  - Scopus
SN  - 03064530 (ISSN)
N1  - References: One, A., A thing (2001) J. Things, 1;
Two, B., Another thing (2002) J. Things, 2
UR  - https://www.scopus.com/inward/record.uri?eid=2-s2.0-1&doi=10.1016%2fj.mehy.2019.109324&partnerID=40
ER  -
"""
BIBTEX = """% kept by hand
@string{jss = "Journal of " # "Stairs"}
@article{walt2014,
  title = {{s}tairs: a {R}eview of 50\\% of them \\& more},
  author = {van der Walt, {S}t\\'efan and Sch\\"onberger, Johannes and Ana van der Berg and {Hips and Knees Trust} and others},
  journal = jss, year = {2014}, month = jun, volume = 2, number = {3}, pages = {1--10},
  doi = {10.7717/peerj.453}, url = {https://x.org/?a=1&b=2_3}, keywords = {stairs, knees}
}
@inbook{a, title = {The chapter}, booktitle = {The book}, publisher = {Wiley & Sons}, year = 888}
@phdthesis{b, title = {Twice}, title = {Again}, school = {Keele}, year = 2001}
@article {PMID:18888888,
	Title = {Read by number}, Author = {Tom Cruise},
}
@article{broken,
Keywords = {a, @type:Person}, b},
Title = {Still readable.},
}
@article{hopeless, title
"""
NBIB = """
PMID- 31421429
OWN - NLM
DP  - 2019 Oct 3
TI  - A title that goes on
      over two lines.
PG  - 1-9
LID - 10.1016/j.mehy.2019.109324 [doi]
AB  - Words.
FAU - Uno, Yoshiharu
AU  - Uno Y
CN  - The Stairs Group
LA  - eng
PT  - Journal Article
JT  - Medical stairs
TA  - Med Stairs
VI  - 132
IP  - 2
PMC - PMC1122334

PMID- 2
TI  - By short names
AU  - de Vries AB
PT  - Dissertations
LID - https://x.org/2

PMID- 3
AU  - Nobody N
"""
ENL = """%T Trust and mats
%A Guo, Wenbo
%B A Quarterly
%D 2021
%8 September  1, 2021
%V 45
%N 3
%P 1309-1348
%X Words


%0 Web Page
%T On its own
%U https://pubmed.gov/2
%M 22
%D spring
"""
PUBMED_CSV = """PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI
"11223344","Paper title","Smith A, Walter B","Nature. 2021 Dec 21;1(2):10-11. doi: 10.1111/nature1111.","Smith A","Nature","2021","2021/12/21","PMC1122334","","10.1111/nature1111"
"""
EMBASE_CSV = """Title,Author Names,Source,Abstract,Open URL Link
Mats,"Liu R., Adler D.G.","Knees Today (2014) 3:3 (152-160). Date of Publication: 2014",Words,http://sfx.x.org/u?id=doi:10.4103%2F2303-9027.138783&atitle=Mats
"""
ASREVIEW_CSV = """abstract;first_authors;keywords;number;publication_year;secondary_authors;start_page;title;type_of_reference;url;volume
Words;['Marx, Karl', 'Lindgren, Astrid'];['Pippi', 'Piraten'];3;2014//;['Glattauer, Daniel'];e0815;A title;JOUR;http://x.org;9
"""
