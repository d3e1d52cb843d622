# report

# Lỗi trong tệp lịch.

fault-plan-missing = không có tệp lịch này
    .help = lập lịch trước: thugom plan THƯ_MỤC
fault-plan-unreadable = không đọc được tệp lịch ({ $problem })
    .help = kiểm tra tên tệp và quyền đọc
fault-plan-too-large = tệp quá lớn, không thể là một lịch
    .help = chọn tệp plan.json do thugom plan ghi
fault-plan-not-text = tệp không phải là văn bản UTF-8
    .help = chọn tệp plan.json do thugom plan ghi
fault-plan-not-json = tệp lịch không phải là JSON trọn vẹn ({ $problem })
    .help = tệp bị cắt cụt hoặc bị sửa hỏng; lập lại lịch bằng thugom plan
fault-plan-format = tệp có dạng “{ $found }”, chương trình này đọc “{ $expected }”
    .help = lập lại lịch bằng phiên bản thugom đang dùng
fault-plan-shape = phần này của lịch không đúng dạng ({ $problem })
    .help = xem dạng đúng: thugom schema plan
fault-plan-from = “{ $date }” không phải là ngày bắt đầu tuần
    .help = ghi ngày thứ Hai dạng năm-tháng-ngày, ví dụ 2026-11-23, hoặc null
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
fault-plan-without-trucks = lịch không ghi xe nào trong choices.trucks
    .help = ghi mã các xe được dùng, hoặc lập lại lịch bằng thugom plan
fault-plan-unknown-truck = không có xe “{ $id }”
    .help = { $meant ->
        [no-suggestion] xem mã xe trong trucks.csv
       *[other] ý bạn là “{ $meant }”?
    }
fault-plan-unknown-point = không có điểm tập kết “{ $id }”
    .help = { $meant ->
        [no-suggestion] xem mã điểm trong points.csv
       *[other] ý bạn là “{ $meant }”?
    }
fault-plan-unknown-facility = không có nơi đổ rác “{ $id }”
    .help = { $meant ->
        [no-suggestion] xem mã nơi đổ rác trong facilities.csv
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

# thugom info.

report-info-counts = { $district }: { $communes } xã, thị trấn · { $people } người · { $points } điểm tập kết · { $trucks } xe · { $facilities } nơi đổ rác
report-info-waste = Rác mỗi tuần: { $waste } tấn · lò đốt được nhiều nhất { $furnace } tấn ({ $share }%)
report-info-visits = Lượt thu gom mỗi tuần: ít nhất { $fewest } (theo thời gian chờ và sức chứa của thùng) · hiện nay { $today } · giữ cả hai { $both }
report-info-quantity = Nhu cầu và năng lực một tuần
report-info-fleet-existing = { $count } xe hiện có
report-info-fleet-all = tất cả { $count } xe
report-info-fleet-chosen = { $count } xe được chọn
report-info-payload = Tải trọng một lượt của cả đội xe (tấn)
report-info-payload-reserve = … trừ phần dự phòng (tấn)
report-info-loads = Số chuyến đầy cần có
report-info-loads-day = … mỗi xe mỗi ngày làm việc
report-info-hours-stops = Giờ ở điểm tập kết
report-info-hours-unloading = Giờ đổ rác
report-info-hours-preparation = Giờ chuẩn bị ở bãi xe
report-info-hours-travel = Giờ chạy xe (ước tính)
report-info-hours-needed = Tổng số giờ cần (ước tính)
report-info-hours-available = Số giờ có, trừ phần dự phòng
report-info-hours-ratio = Cần so với có
report-info-travel-note = Giờ chạy xe chỉ là ước tính từ khoảng cách trung bình; con số đúng có khi lập lịch (thugom plan).
report-info-pressure = { $resource } (cần { $percent }% mức có)
report-info-binds = Nút thắt: { $resources }
report-info-nothing-binds = Không có nút thắt rõ ràng: giờ xe, lò đốt và nơi đổ rác đều đủ theo ước tính.
report-resource-hours-existing = giờ làm việc của xe hiện có
report-resource-hours-all = giờ làm việc của tất cả xe
report-resource-hours-chosen = giờ làm việc của các xe được chọn
report-resource-furnace = công suất lò đốt
report-resource-disposal = sức nhận của các nơi đổ rác
report-roads = Đường: { $total } km, trong đó { $measured }% đo đạc, { $schematic }% vẽ sơ đồ, { $synthetic }% giả định
report-assumed = Số liệu giả định: { $parts }
report-assumed-part = { $subject } { $assumed }/{ $rows }
report-subject-points = điểm tập kết
report-subject-trucks = xe
report-subject-depots = bãi xe
report-subject-facilities = nơi đổ rác
report-subject-calendar = lịch lễ và chợ phiên

# Báo cáo của thugom plan.

report-all-met = Mọi yêu cầu dịch vụ đều đạt.
report-unmet = Chưa đạt yêu cầu: { $points } điểm tập kết, { $people } người
report-unmet-more = … và { $points } điểm nữa
report-column-point = Điểm tập kết
report-column-commune = Xã
report-column-people = Người
report-column-visits = Lượt/yêu cầu
report-column-requirement = Chưa đạt
report-column-why = Vì sao
report-why-no-truck = không xe nào được chọn vào được đường này
report-why-no-pattern = không có lịch nào trong các ngày cho phép mà đủ lượt, đủ thùng
report-why-no-day = không xe nào vào được điểm này chạy trong các ngày cho phép
report-why-budget = kinh phí mỗi tuần không đủ cho thêm lượt nào
report-why-times = giờ xe còn dư, nhưng khung giờ của điểm, ca xe và giờ nhận rác không khớp nhau
report-why-disposal = nơi đổ rác không nhận thêm
report-why-hours = giờ của xe { $trucks }: đã dùng { $percent }%
report-why-hours-all = giờ của mọi xe: đã dùng { $percent }%
report-requirement-least-frequency = số lượt
report-requirement-longest-wait = thời gian chờ
report-requirement-containers = sức chứa của thùng

# Báo cáo của thugom check.

report-check-plan = Lịch có { $routes } lộ trình, { $visits } lượt thu gom.
report-check-no-violation = Không vi phạm quy tắc nào.
report-check-violations = Vi phạm quy tắc: { $count }
report-check-shortfalls = Yêu cầu chưa đạt: { $count } ({ $people } người)

report-column-day = Ngày
report-column-truck = Xe
report-column-hours-of-day = Giờ đi–về
report-column-trips = Chuyến
report-column-stops = Điểm dừng
report-column-unloads = Lần đổ
report-column-tonnes = Tấn
report-column-km = km
report-column-hours = Giờ làm
report-column-load-factor = Đầy tải
report-column-amount = Khối lượng
report-column-length = Độ dài
report-column-time = Thời gian
report-day-sum = cộng
report-week-sum = cả tuần

report-plan-counts = { $district }: { $communes } xã, thị trấn · { $people } người · { $points } điểm tập kết · { $trucks } xe · { $incinerators } lò đốt, { $landfills } bãi chôn lấp
report-plan-service = Người dân được thu gom { $served-today }% → { $served }% · tần suất bình quân { $mean-today } → { $mean } lần/tuần · thấp nhất { $least-today } → { $least } · khoảng cách dài nhất { $gap } ngày
report-plan-waste = Đốt { $burnt }% · chôn lấp { $landfilled }% · chưa thu gom { $left }%
report-plan-waste-unapproved = Đốt { $burnt }% · chôn lấp { $landfilled }% · đổ nơi chưa được phép { $unapproved }% · chưa thu gom { $left }%
report-plan-effort = Lượt thu gom { $visits-today } → { $visits } mỗi tuần · { $km } km · { $hours } giờ làm việc · { $cost } triệu đồng/tuần
report-plan-binds = Nút thắt: { $resources }
report-plan-nothing-binds = Nút thắt: không có; còn dư giờ xe, tải trọng và sức nhận của nơi đổ rác.
report-instance-counts = { $instance } ({ $set }): { $points } điểm · { $days } ngày · { $trucks } xe · { $facilities } nơi đổ
report-instance-cost = Chi phí { $cost } · độ dài { $length } · { $routes } lượt xe · { $visits } lượt thu gom
report-instance-served = Mọi điểm đều được thu gom đúng yêu cầu.
report-instance-unserved = Chưa thu gom đúng yêu cầu: { $count } điểm ({ $points })
report-by-day = Theo ngày và xe
report-by-commune = Theo xã, thị trấn
report-column-commune-2025 = Xã mới
report-column-served = Thu gom
report-column-frequency-today = Lần/tuần nay
report-column-frequency = Lần/tuần
report-column-frequency-least = Ít nhất
report-column-longest-gap = Dài nhất
report-column-waiting-age = Ngày chờ
## Indicators

kpi-people = Số dân
kpi-people-served-today = Người dân đang được thu gom
kpi-people-served-today-share = Tỷ lệ người dân đang được thu gom
kpi-people-served = Người dân được thu gom
kpi-people-served-share = Tỷ lệ người dân được thu gom
kpi-people-short = Người dân chưa được đáp ứng yêu cầu
kpi-visits-mean-today = Tần suất bình quân hiện nay
kpi-visits-mean = Tần suất bình quân
kpi-visits-least-today = Tần suất thấp nhất hiện nay
kpi-visits-least = Tần suất thấp nhất
kpi-visits-today = Số lượt thu gom mỗi tuần hiện nay
kpi-visits = Số lượt thu gom mỗi tuần
kpi-longest-gap = Khoảng cách dài nhất giữa hai lần thu gom
kpi-waiting-age = Thời gian chờ bình quân của rác
kpi-waiting-age-worst-commune = Thời gian chờ bình quân ở xã chờ lâu nhất
kpi-waste-made = Rác phát sinh
kpi-waste-collected = Rác được thu gom
kpi-waste-collected-share = Tỷ lệ thu gom
kpi-waste-burnt = Rác được đốt
kpi-waste-burnt-share = Tỷ lệ đốt
kpi-waste-landfilled = Rác chôn lấp
kpi-waste-landfilled-share = Tỷ lệ chôn lấp
kpi-waste-unapproved = Rác đổ nơi chưa được phép
kpi-waste-unapproved-share = Tỷ lệ đổ nơi chưa được phép
kpi-waste-not-collected = Rác chưa thu gom
kpi-waste-not-collected-share = Tỷ lệ chưa thu gom
kpi-distance = Quãng đường xe chạy
kpi-working-hours = Giờ làm việc của các xe
kpi-cost = Chi phí mỗi tuần
kpi-cost-per-tonne = Chi phí mỗi tấn
kpi-cost-per-person-month = Chi phí mỗi người mỗi tháng
kpi-day-patterns = Số lịch thu gom khác nhau trong xã
kpi-load-factor = Hệ số đầy tải

kpi-unit-people = { $value } người
kpi-unit-share = { $value }%
kpi-unit-visits = { $value } lượt
kpi-unit-visits-per-week = { $value } lần/tuần
kpi-unit-days = { $value } ngày
kpi-unit-tonnes = { $value } tấn
kpi-unit-kilometres = { $value } km
kpi-unit-hours = { $value } giờ
kpi-unit-vnd = { $value } đồng
kpi-unit-vnd-per-tonne = { $value } đồng/tấn
kpi-unit-vnd-per-person-month = { $value } đồng/người/tháng
kpi-unit-patterns = { $value } lịch

binding-hours = giờ làm việc của xe { $trucks }, { $days } ({ $percent }%)
binding-hours-all = giờ làm việc của tất cả các xe, { $days } ({ $percent }%)
binding-hours-many = giờ làm việc: { $full } trên { $all } ca xe trong tuần đã kín ({ $percent }%), của xe { $trucks }
binding-payload = tải trọng của xe { $trucks } ({ $percent }%)
binding-payload-all = tải trọng của tất cả các xe ({ $percent }%)
binding-volume = thể tích thùng xe { $trucks } ({ $percent }%)
binding-volume-all = thể tích thùng của tất cả các xe ({ $percent }%)
binding-daily-intake = mức nhận trong ngày của { $facility }, { $days } ({ $percent }%)
binding-budget = kinh phí ({ $percent }%)
binding-furnace = công suất đốt cả tuần của { $facility } ({ $percent }%)
binding-yard = sân chứa của { $facility }, { $days } ({ $percent }%)
