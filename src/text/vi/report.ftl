# report

# Lỗi trong tệp lịch.

fault-plan-not-json = tệp lịch không phải là JSON trọn vẹn ({ $problem })
    .help = tệp bị cắt cụt hoặc bị sửa hỏng; lập lại lịch bằng thugom plan
fault-plan-format = tệp có dạng “{ $found }”, chương trình này đọc “{ $expected }”
    .help = lập lại lịch bằng phiên bản thugom đang dùng
fault-plan-shape = phần này của lịch không đúng dạng ({ $problem })
    .help = xem dạng đúng: thugom schema plan
fault-plan-day = không có ngày { $day }
    .help = các ngày được đánh số từ 0 (thứ Hai) đến { $last }
fault-plan-day-twice = ngày { $day } được ghi hai lần
    .help = gộp các lộ trình của ngày này vào một chỗ
fault-plan-weekday = “{ $weekday }” không khớp với số của ngày
    .help = ghi { $expected }
fault-plan-date = ngày tháng “{ $date }” không khớp với số của ngày
    .help = ghi { $expected }
fault-plan-truck-twice = xe “{ $truck }” có hai lộ trình trong một ngày
    .help = ghép thành một lộ trình gồm nhiều chuyến
fault-plan-unknown-truck = không có xe “{ $id }”
    .help = { $meant ->
        [none] xem mã xe trong trucks.csv
       *[other] ý bạn là “{ $meant }”?
    }
fault-plan-unknown-point = không có điểm tập kết “{ $id }”
    .help = { $meant ->
        [none] xem mã điểm trong points.csv
       *[other] ý bạn là “{ $meant }”?
    }
fault-plan-unknown-facility = không có nơi đổ rác “{ $id }”
    .help = { $meant ->
        [none] xem mã nơi đổ rác trong facilities.csv
       *[other] ý bạn là “{ $meant }”?
    }
fault-plan-time = “{ $time }” không phải là giờ
    .help = ghi giờ:phút:giây, ví dụ 06:10:00; sau nửa đêm ghi tiếp 25:10:00
fault-plan-amount = khối lượng { $amount } không thể có
    .help = ghi số nguyên từ 0 trở lên
fault-plan-break-event = lúc nghỉ ở việc thứ { $event }, nhưng lộ trình chỉ có { $events } việc
    .help = các điểm dừng và lần đổ rác được đếm từ 0 theo thứ tự chạy xe
fault-plan-break-moment = “{ $moment }” không phải là thời điểm nghỉ
    .help = ghi before (trước) hoặc after (sau)
