"""Words with which a service says that it has come to its end: a host of home pages, a journal, an archive."""

from cite.steps.pages.word_tables import sentence_of

ENDED = sentence_of("""
    en services? (web)?sites? archives? servers? blogs?! forums? platform portal project journal home_?pages (web_)?hosting we! | (has|have)_(now_|been_|permanently_|since_){0,2}(closed|shut|retired|discontinued|decommissioned|sunset|terminated|ended|ceased) (is|are|was|were)_(now_|been_){0,2}(permanently_closed|retired|discontinued|decommissioned|terminated) ceased_(to_exist|publication|operation) no_longer_(maintained|offered|operat|provided|in_service|online|updated) (shut|closed)_down switched_off came_to_an_end end_of_(life|service)
    de -dienst -angebot website -archiv server -plattform -portal homepages? projekt | (wurde|ist|sind|wurden)~(eingestellt|geschlossen|abgeschaltet|beendet) nicht_mehr_(angeboten|betrieben|gepflegt) abgeschaltet eingestellt
    fr services? sites? archives? serveurs? blogs?! plateforme portail hébergement pages_perso | (a|ont|est|sont)_(été_)?(définitivement_)?(fermée?s?|arrêtée?s?|supprimée?s?|clôturée?s?) a_pris_fin n'est_plus_(maintenu|assuré|proposé) ferme_ses_portes
    es servicio sitio archivo servidor blog plataforma portal alojamiento | (ha|han)_(sido_)?(cerrado|cesado|finalizado|dejado_de) fue_cerrado ya_no_(está_en_funcionamiento|se_mantiene|presta)
    pt serviço site sítio arquivo servidor blogue? plataforma portal alojamento | (foi|foram)_(encerrad|descontinuad|desativad|desligad) encerrou deixou_de
    it servizio sito archivio server blog piattaforma portale | (è|sono)_stat[oi]_(chius|dismess|sospes|disattivat) ha_cessato è_cessato non_è_più_attivo
    nl dienst (web)?site archief server platform portaal homepages | gestopt opgeheven stopgezet beëindigd (is|zijn|werd)~gesloten wordt_niet_meer_(onderhouden|aangeboden)
    sv tjänsten webbplatsen arkivet servern plattformen | (har|är)~(stängts|lagts_ner|upphört|avvecklats|nedlagd)
    da tjenesten hjemmesiden arkivet | er~(lukket|nedlagt|ophørt)
    nb tjenesten nettstedet arkivet | er~(lukket|nedlagt|avviklet)
    fi palvelu sivusto | on~(suljettu|lopetettu|päättynyt)
    pl usługa serwis portal archiwum platforma | został[ao]?_(zamknięt|wyłączon|zakończon) zakończył[ao]?_działalność
    cs služba server portál archiv web | byl[ao]?_(ukončen|zrušen|vypnut)
    sk služba server portál | bol[ao]?_(ukončen|zrušen)
    hu szolgáltatás oldal portál | megszűnt leállt bezárt
    ro serviciul site-ul portalul arhiva | (a|au)_fost_(închis|desființat|oprit)
    hr usluga portal stranica | je_(ugašen|zatvoren|ukinut)
    ru сервис сайт сервер портал архив хостинг проект | закрыт прекратил завершил[аи]?_работу больше_не_(работает|поддерживается)
    uk сервіс сайт портал проєкт | закрит припини
    el υπηρεσία ιστότοπος | έκλεισε διακόπηκε τερματίστηκε
    tr hizmet(imiz)? site portal | kapatıl(dı|mıştır) sona_er(di|miştir) sonlandırıl
    id layanan situs | telah_(ditutup|dihentikan) tidak_lagi_beroperasi
    vi dịch_vụ trang | đã_(ngừng|đóng_cửa|kết_thúc)
    ja サービス サイト ブログ ホームページ 提供 | 終了しました 終了いたしました 終了致しました 閉鎖 終了のお知らせ
    zh 服务 服務 网站 網站 本站 博客 平台 | 已关闭 已停止 已終止 已终止 停止运营 停止服务 停止服務 关停
    ko 서비스 사이트 블로그 | 종료되 종료하 종료_안내
    ar الخدمة الموقع | أغلق توقف إيقاف
    he השירות האתר | נסגר הופסק
""")
"""That a service, not a page of it, is over."""
