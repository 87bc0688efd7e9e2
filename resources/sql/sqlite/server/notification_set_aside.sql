UPDATE notification SET set_aside = :reason WHERE id = :id
