"""Small lists in the official schemas, of persons who do not exist."""

from pathlib import Path

UN = """<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" dateGenerated="2025-03-01T00:00:09.554Z">
  <INDIVIDUALS>
    <INDIVIDUAL>
      <DATAID>1</DATAID><VERSIONNUM>1</VERSIONNUM>
      <FIRST_NAME>HONG</FIRST_NAME><SECOND_NAME>GIL DONG</SECOND_NAME>
      <UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPi.900</REFERENCE_NUMBER>
      <LISTED_ON>2016-11-30</LISTED_ON><GENDER>Male</GENDER>
      <NAME_ORIGINAL_SCRIPT>홍길동</NAME_ORIGINAL_SCRIPT>
      <COMMENTS1>Buys parts
        for the robbers.</COMMENTS1>
      <DESIGNATION><VALUE>Chairman</VALUE></DESIGNATION>
      <NATIONALITY><VALUE>Democratic People's Republic of Korea</VALUE></NATIONALITY>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Hong Kil-tong</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Outlaw</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ADDRESS><COUNTRY>Russian Federation</COUNTRY></INDIVIDUAL_ADDRESS>
      <INDIVIDUAL_DATE_OF_BIRTH>
        <TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1962</FROM_YEAR><TO_YEAR>1965</TO_YEAR>
      </INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH>
        <TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1970</YEAR><NOTE>by his own word</NOTE>
      </INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Kaesong</CITY><COUNTRY>Korea</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
      <INDIVIDUAL_DOCUMENT>
        <TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>7777</NUMBER><ISSUING_COUNTRY>Pakistan</ISSUING_COUNTRY>
      </INDIVIDUAL_DOCUMENT>
    </INDIVIDUAL>
  </INDIVIDUALS>
  <ENTITIES>
    <ENTITY>
      <DATAID>2</DATAID><FIRST_NAME>GOLDEN CARP TRADING</FIRST_NAME>
      <UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPe.900</REFERENCE_NUMBER><LISTED_ON>2018-03-30</LISTED_ON>
      <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Carp Co</ALIAS_NAME></ENTITY_ALIAS>
    </ENTITY>
  </ENTITIES>
</CONSOLIDATED_LIST>
"""

SDN = """7,"HONG, Gil-dong",individual,DPRK2,"Chairman; Captain",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 12 Mar 1965; \
alt. DOB 1966; POB Kaesong, Korea; nationality Korea, North; Gender Male; Passport 7777 (Pakistan) expires 2027; \
a.k.a. 'THE OUTLAW'; Linked To: GOLDEN CARP."
8,"GOLDEN CARP",vessel,DPRK2,-0- ,HMZZ,Cargo,-0- ,61991,Panama,-0- ,Vessel Registration Identification IMO 9000001.
9,"CARP BANK, LTD.",-0- ,IRAN,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n\x1a"""
ALT = '7,11,"aka","HONG, Kil-tong",-0- \n9,12,"fka","OLD CARP BANK","weak"\n'
ADD = '9,21,"1 Harbour Street","Tehran","Iran",-0- \n'
COMMENTS = '7," Additional information: see elsewhere; Gender Male."\n'

JOURNAL = (
    "celex,recordId,programKey,annex,measure,startDate,reason,schema,name,alias,nationality,birthDate,position,"
    "gender,idNumber\n"
    "32020R0001,1,EU-XXX,I,Asset freeze,23.2.2022,Led the raid.,Person,Ivan Petrovich SIDOROV,"
    "Iwan SIDOROW (Иван Петрович СИДОРОВ); Jan SIDOROV,Russian,18.1.1970 or 29.3.1965,Governor,male,4455\n"
    '32020R0001,2,EU-XXX,I,Asset freeze,,"Ships oil, and more.",Vessel,GOLDEN CARP,,,,,,\n'
)

ENTITIES = "\n".join(
    (
        '{"id": "s-1", "schema": "Sanction", "properties": {"entity": ["p-1"], "authority": ["Office of Carps"],'
        ' "program": ["CARP"], "listingDate": ["2020-07-30"], "reason": ["Fishes"], "provisions": ["Act 1"]}}',
        '{"id": "p-1", "schema": "Person", "caption": "Ada Byron", "properties": {"name": ["Ada Byron", "Ада Байрон"],'
        ' "weakAlias": ["Countess"], "birthDate": ["1815"], "nationality": ["gb"], "gender": ["female"]}}',
        '{"id": "a-1", "schema": "Address", "properties": {"full": ["London"]}}',
    )
)

FILES = {"un.xml": UN, "sdn.csv": SDN, "alt.csv": ALT, "add.csv": ADD, "comments.csv": COMMENTS}


def written(folder: Path, name: str, text: str) -> Path:
    """A file of the folder that holds the text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
