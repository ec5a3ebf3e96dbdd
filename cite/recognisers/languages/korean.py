"""Korean: books and periodicals in 『』 or 《》, articles in 「」 or quotation marks."""

from cite.recognisers.languages.language import Language, Script

KOREAN = Language(
    code="ko",
    name="Korean",
    script=Script.EAST_ASIAN,
    signals="참조 | 예컨대 | 자세한 것은",
    ibid="같은 책 | 위의 책 | 같은 글 | 위의 글 | 같은 논문 | 위의 논문 | 같은 곳",
    cited="앞의 책 | 앞의 글 | 앞의 논문 | 전게서 | 전게논문",
    container="수록",
    editors="편저 | 엮음 | 편 | 외 편 | 편찬 | 책임편집",
    translated_by="옮김 | 역 | 번역",
    editions="판 | 개정판",
    volumes="권 | 집 | 책",
    numbers="호",
    pages="쪽 | 면 | 페이지",
    others="외 | 등",
    accessed="접속일 | 검색일 | 검색일: | 최종 검색일 | 접속 | 접근일",
    doctoral="박사학위논문 | 박사논문",
    masters="석사학위논문 | 석사논문",
    reports="보고서 | 백서",
    places="서울 | 부산 | 대구 | 광주 | 인천 | 대전 | 파주 | 고양 | 성남 | 수원 | 춘천 | 제주 | 평양",
    houses="출판부 | 출판사 | 문화사 | 서점 | 서원 | 미디어 | 아카데미 | 한길사 | 창비 | 창작과비평사 | 문학과지성사 | 민음사 | 까치 | 돌베개 | 역사비평사 | 일조각 | 지식산업사 | 푸른역사 | 사계절 | 소명출판 | 혜안 | 휴머니스트",
    periodicals="연구 | 학보 | 신문 | 일보 | 논총 | 비평 | 저널 | 학회지 | 논문집 | 사학",
    bodies="대학교 | 연구소 | 연구원 | 위원회 | 박물관 | 도서관 | 학회 | 협회 | 대학원 | 국사편찬위원회",
)
