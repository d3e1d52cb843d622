## Công bằng

kpi-people-visited-once-share = Tỷ lệ người dân được thu gom ít nhất 1 lần/tuần
kpi-people-visited-twice-share = Tỷ lệ người dân được thu gom ít nhất 2 lần/tuần
kpi-people-visited-thrice-share = Tỷ lệ người dân được thu gom ít nhất 3 lần/tuần
kpi-waiting-age-gini = Hệ số Gini của thời gian chờ
kpi-pickup-spread = Chênh lệch giờ thu gom của một điểm trong tuần
kpi-unit-coefficient = { $value }

## Cận dưới và công bằng trong báo cáo của thugom plan

service-disposal-short = Nơi đổ rác chỉ nhận được { $capacity } trong { $waste } tấn rác mỗi tuần: { $percent }% không có chỗ đổ, dù có bao nhiêu xe.
service-equity = Người dân được thu gom ít nhất 1, 2, 3 lần/tuần: { $once }%, { $twice }%, { $thrice }% · xã chờ lâu nhất: { $commune } ({ $age } ngày) · Gini { $gini }
service-bound = Rác chờ bình quân { $age } ngày · cận dưới { $bound } ngày (không lịch nào với số xe, giờ làm và nơi đổ rác này chờ ít hơn), do { $resources }
service-bound-of-days = Rác chờ bình quân { $age } ngày · cận dưới { $bound } ngày (không lịch nào chờ ít hơn), do ngày cho phép và số lượt nhiều nhất của các điểm
service-by-commune-2025 = Theo xã mới (từ 1/7/2025)

limit-hours-all = giờ làm việc của tất cả các xe, { $days } ({ $amount } giờ)
limit-hours = giờ làm việc của xe { $trucks }, { $days } ({ $amount } giờ), ở các điểm chỉ những xe này vào được
limit-intake = mức nhận mỗi ngày của các nơi đổ rác, { $days } ({ $amount } tấn)
limit-disposal = sức nhận cả tuần của lò đốt và bãi chôn lấp ({ $amount } tấn)
limit-budget = kinh phí ({ $amount } triệu đồng/tuần)

## So với hiện nay (thugom plan --compare-today)

cli-option-compare-today = So sánh với lịch hiện nay: cũng được xếp tuyến bằng các xe hiện có trong chừng ấy thời gian
comparison-title = So với hiện nay (số lượt hiện nay của từng điểm, xếp tuyến tốt nhất cho các xe hiện có)
comparison-findings = Lịch hiện nay chưa đạt yêu cầu ở { $points } điểm tập kết.
comparison-missing = Giờ của các xe hiện có không đủ cho { $visits } lượt của hiện nay.
comparison-none-below = Không xã nào có ít lượt hơn hiện nay.
comparison-below = Ít lượt hơn hiện nay: { $communes }
comparison-by-commune = Theo xã, thị trấn: hiện nay → lịch này
comparison-column-figure = Chỉ số
comparison-column-today = Hiện nay
comparison-column-plan = Lịch này
comparison-column-change = Thay đổi
comparison-column-burnt = Tấn đốt
comparison-column-landfilled = Tấn chôn
comparison-column-month = đ/người/tháng

## thugom frontier

cli-verb-frontier = Tần suất so với chi phí: các lịch từ rẻ nhất mà đạt yêu cầu đến thu gom dày nhất
    .more = Ghi vào một thư mục: mỗi lịch một tệp mở được bằng các lệnh khác, bảng frontier.csv và hình frontier.svg.
cli-value-vnd = ĐỒNG
cli-option-plans = Số lịch [mặc định: 8; từ 2 đến 50]
cli-option-budget = Kinh phí mỗi tuần để đánh dấu lịch dày nhất trong mức đó [mặc định: budget_vnd_per_week]
cli-option-time-limit-each = Thời gian tìm mỗi lịch, ví dụ 30s, 5m [mặc định: 10s, trừ khi có --iterations]
cli-option-frontier-output = Thư mục ghi các lịch, bảng và hình [mặc định: frontier]
cli-frontier-breaks-rules = lịch { $file } vi phạm quy tắc, đây là lỗi của chương trình; không ghi tệp nào
frontier-title = { $district }: tần suất so với chi phí, { $plans } lịch
frontier-column-cost = Triệu đ/tuần
frontier-column-bound = Cận dưới
frontier-column-visits = Lượt
frontier-column-short = Người chưa đạt
frontier-column-hours = Giờ
frontier-column-file = Tệp
frontier-column-mark = Chọn
frontier-chosen = chọn
frontier-budget = Chọn: lịch dày nhất trong kinh phí { $budget } triệu đồng mỗi tuần
frontier-budget-too-small = Không lịch nào ở đây nằm trong kinh phí { $budget } triệu đồng mỗi tuần.
frontier-note = Cận dưới: với số tiền ấy, không lịch nào chờ ít ngày hơn.
frontier-picture-title = { $district }: thêm tiền thì rác chờ bớt bao lâu
frontier-picture-cost = Chi phí, triệu đồng mỗi tuần
frontier-picture-age = Thời gian chờ bình quân của rác, ngày
frontier-picture-bound = cận dưới của mọi lịch
frontier-picture-budget = kinh phí
frontier-picture-visits = { $visits } lần/tuần

## thugom explain

cli-verb-explain = Vì sao một điểm (hay các điểm của một xã) không được thu gom thêm một lần, và thay đổi rẻ nhất để được
cli-value-where = ĐIỂM|XÃ
cli-argument-where = Mã hoặc tên điểm tập kết, hoặc tên xã, thị trấn (không cần dấu)
cli-unknown-where = không có điểm tập kết hay xã nào tên “{ $word }”
cli-hint-where = Xem mã điểm trong points.csv, tên xã trong communes.geojson.
cli-explain-broken = lịch này vi phạm quy tắc nên không giải thích được; xem thugom check
explain-nothing = Không có điểm nào để giải thích.
explain-point = { $point } ({ $commune }): { $people } người, { $visits } lần/tuần ({ $days }), rác chờ bình quân { $age } ngày.
explain-point-unserved = { $point } ({ $commune }): { $people } người, chưa được thu gom.
explain-at-most = Đã đủ số lượt nhiều nhất được đặt cho điểm này (visits_max = { $most }). Nếu nâng thêm một lượt:
explain-at-most-short = đã đủ visits_max
explain-fits = Còn chỗ cho thêm một lượt mà không phải đổi gì:
explain-fits-raised = Thì còn chỗ, không phải đổi gì khác:
explain-needs = Thêm được một lượt nếu có một trong các thay đổi sau (rẻ nhất trước):
explain-no-change = Nới riêng từng giới hạn hay nới tất cả cùng lúc đều không xếp thêm được lượt nào.
explain-no-change-short = không nới được
explain-change = { $rank }. { $needs } (xe { $truck }, { $day }; tốn thêm { $cost } nghìn đồng mỗi tuần)
explain-change-saves = { $rank }. { $needs } (xe { $truck }, { $day }; bớt được { $cost } nghìn đồng mỗi tuần)
explain-need-nothing = không cần gì thêm
explain-column-visits = Lượt/nhiều nhất
explain-column-needs = Để thêm một lượt
explain-column-cost = Nghìn đ/tuần
need-minutes = xe { $truck } cần thêm { $minutes } phút vào { $day }
need-payload = xe { $truck } cần chở thêm { $kg } kg một chuyến vào { $day }
need-volume = thùng xe { $truck } cần rộng thêm { $litres } lít vào { $day }
need-intake = { $facility } nhận thêm { $tonnes } tấn vào { $day }
need-yard = sân chứa của { $facility } rộng thêm { $tonnes } tấn vào { $day }
need-furnace = { $facility } đốt thêm { $tonnes } tấn mỗi tuần
need-window = điểm { $point } được thu gom muộn thêm { $minutes } phút
need-opening = { $facility } mở cửa thêm { $minutes } phút vào { $day }
need-budget = kinh phí thêm { $cost } nghìn đồng mỗi tuần
need-lane = cần xe qua được đường xóm rộng { $width } m tới { $point } (như xe { $like }): xe { $truck } còn giờ
need-day = điểm { $point } được thu gom và xe { $truck } chạy vào { $day }
