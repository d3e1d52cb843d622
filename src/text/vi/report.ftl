# report

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
