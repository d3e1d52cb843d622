# thugom simulate: nhiều tuần ngẫu nhiên.

cli-verb-simulate = Chạy thử một lịch qua nhiều tuần ngẫu nhiên: lịch có chịu được không, chỗ nào dễ vỡ
    .more =
        Rác, thời gian đi và bốc rác, hỏng xe, lò đốt, mưa thay đổi theo [simulation] trong project.toml. Cùng số gốc cho đúng kết quả như nhau.
        Ctrl-C một lần: dừng và giữ những tuần đã chạy; hai lần: thoát ngay. Mã thoát: 0 xong · 130 bị dừng bằng Ctrl-C.

simulate-option-weeks = Số tuần [mặc định: 1000]
simulate-option-against = Lịch thứ hai, so với lịch thứ nhất trong cùng những tuần ấy
simulate-option-sensitivity = Bảng độ nhạy: đưa lần lượt từng số liệu đến hai đầu khoảng có thể, xem số nào quyết định
simulate-option-find-reserve = Lập lại lịch với phần dự phòng lớn dần, đến phần nhỏ nhất chịu được; nêu cái giá về tần suất
simulate-option-criterion = Điều không được xảy ra quá nhiều, dùng cho --find-reserve: vượt giờ, bỏ lượt không bù kịp, tràn thùng hoặc bất cứ điều nào [mặc định: overtime]
simulate-option-percent = Phần trăm số tuần được phép xảy ra, dùng cho --find-reserve [mặc định: 10]
simulate-option-iterations = Số vòng lặp tìm lịch cho mỗi mức dự phòng [mặc định: 50000]
simulate-option-save-plan = Tệp ghi lịch có phần dự phòng chịu được
simulate-option-charts = Tệp SVG ghi biểu đồ: sân chứa, rác chờ ở các điểm, vượt giờ
simulate-hint-weeks = ghi một số từ 1 đến { $most }
simulate-hint-percent = ghi một số từ 0 đến 100
simulate-progress = { $weeks } trên { $planned } tuần
simulate-stopped = Đã dừng theo yêu cầu; đây là kết quả của những tuần đã chạy xong.
simulate-stopped-early = Đã dừng theo yêu cầu, chưa chạy xong tuần nào.

simulate-head = { $district }: { $weeks } tuần ngẫu nhiên · số gốc { $seed } · { $assumed } trên { $figures } số liệu ngẫu nhiên là giả định
simulate-sentence = Kế hoạch này chịu được { $holds }% số tuần (±{ $width }); vượt giờ quá mức ở { $overtime }% số tuần, quá nhiều lượt bị bỏ không bù kịp ở { $missed }%, tràn thùng quá mức ở { $overflow }%.
simulate-unserved = Ngoài ra { $share }% lượng rác nằm ở những điểm mà kế hoạch không thu gom; các điểm ấy không tính vào tràn thùng.
simulate-overload = Kế hoạch quá tải: mỗi tuần tồn thêm { $tonnes } tấn ở các điểm được thu gom. Rác dồn mãi, nên các số dưới đây còn xấu dần theo số tuần.

simulate-title-district = Mỗi tuần
simulate-title-days = Theo ngày (bình quân mỗi tuần)
simulate-title-trucks = Theo xe (bình quân mỗi tuần)
simulate-title-communes = Theo xã, thị trấn (bình quân mỗi tuần)
simulate-title-points = Điểm dễ tràn nhất
simulate-title-hours = Giờ chờ đổ rác nhiều nhất

simulate-column-measure = Chỉ số
simulate-column-mean = Bình quân
simulate-column-interval = Sai số ±
simulate-column-p5 = 5%
simulate-column-p50 = 50%
simulate-column-p95 = 95% số tuần
simulate-column-day = Ngày
simulate-column-truck = Xe
simulate-column-commune = Xã
simulate-column-point = Điểm
simulate-column-overflow-share = Tuần có tràn
simulate-column-hour = Giờ đến
simulate-column-arrivals = Xe
simulate-column-wait = Phút chờ mỗi xe
simulate-column-this = Lịch này
simulate-column-other = Lịch kia
simulate-column-difference = Kia − này
simulate-column-figure = Số liệu
simulate-column-range = Khoảng
simulate-column-holds = Chịu được %
simulate-column-weight = Tác động
simulate-column-reserve = Dự phòng
simulate-column-share = Tuần không đạt
simulate-column-visits-mean = Lần/tuần
simulate-column-waiting-age = Ngày chờ
simulate-column-short = Người chưa đủ
simulate-column-cost = Triệu đồng

simulate-measure-planned = Lượt thu gom theo lịch
simulate-measure-visits-made = Lượt thu gom làm được, đúng ngày hoặc hôm sau
simulate-measure-missed = Lượt không làm được đúng ngày
simulate-measure-caught-up = … làm bù được vào ngày làm việc sau
simulate-measure-lapsed = … không làm bù được vào ngày làm việc sau
simulate-measure-overflows = Lần thùng bị tràn
simulate-measure-overflow-hours = Giờ tràn thùng, cộng các điểm
simulate-measure-overflowing = Điểm bị tràn trong tuần
simulate-measure-overtime = Giờ làm vượt
simulate-measure-working = Giờ làm việc
simulate-measure-waiting = Giờ chờ ở cổng
simulate-measure-made = Rác phát sinh, tấn
simulate-measure-unserved = … ở điểm không được thu gom, tấn
simulate-measure-collected = Rác thu gom, tấn
simulate-measure-burnt = Đốt, tấn
simulate-measure-landfilled = Chôn lấp, tấn
simulate-measure-unapproved = Đổ nơi chưa được phép, tấn
simulate-measure-load-factor = Đầy tải
simulate-measure-distance = Quãng đường, km
simulate-measure-cost = Chi phí, triệu đồng
simulate-measure-breakdowns = Lần hỏng xe
simulate-measure-idle = Ca xe nằm sửa
simulate-measure-early-unloads = Lần đổ sớm vì đầy xe
simulate-measure-turned-away = Lần bị cổng từ chối
simulate-measure-yard-peak = Sân chứa lúc đầy nhất, tấn

simulate-short-planned = Lượt
simulate-short-missed = Bỏ lượt
simulate-short-caught-up = Làm bù
simulate-short-lapsed = Không bù
simulate-short-overflows = Lần tràn
simulate-short-overflow-hours = Giờ tràn
simulate-short-overflowing = Điểm tràn
simulate-short-overtime = Giờ vượt
simulate-short-waiting = Giờ chờ
simulate-short-collected = Tấn
simulate-short-burnt = Đốt, tấn
simulate-short-breakdowns = Hỏng xe
simulate-short-early-unloads = Đổ sớm
simulate-short-load-factor = Đầy tải

simulate-against = So với { $plan } trong cùng những tuần ấy: lịch kia chịu được { $holds }% số tuần, lịch này { $own }%.
simulate-decisive = { $count } số liệu giả định này quyết định, hãy đo trước: { $figures }.
simulate-none-assumed = Không số liệu nào là giả định.
simulate-reserve = Dự phòng { $reserve }% là đủ: chỉ { $share }% số tuần không đạt. Cái giá so với không dự phòng: { $visits } lần/tuần, { $age } ngày chờ, { $cost } triệu đồng/tuần (số âm là giảm).
simulate-no-reserve = Không mức dự phòng nào đến { $reserve }% là đủ: ở mức ấy vẫn còn { $share }% số tuần không đạt.

simulate-figure-waste-level = lượng rác thật so với dự tính
simulate-figure-waste-week-deviation = dao động lượng rác giữa các tuần
simulate-figure-waste-day-deviation = dao động lượng rác mỗi ngày ở một điểm
simulate-figure-market-deviation = dao động lượng rác ngày chợ phiên
simulate-figure-rainy-days = tỉ lệ ngày mưa
simulate-figure-rain-waste = rác nặng thêm khi mưa
simulate-figure-rain-travel = đi chậm hơn khi mưa
simulate-figure-rain-burning = đốt chậm hơn khi mưa
simulate-figure-travel-level = thời gian đi thật so với dự tính
simulate-figure-travel-day-deviation = dao động thời gian đi giữa các ngày
simulate-figure-leg-deviation = dao động thời gian đi từng chặng
simulate-figure-service-level = thời gian bốc rác thật so với dự tính
simulate-figure-service-deviation = dao động thời gian bốc rác
simulate-figure-unload-deviation = dao động thời gian đổ rác
simulate-figure-breakdowns = số lần hỏng xe mỗi ca
simulate-figure-repair-hours = số giờ sửa xe
simulate-figure-burn-level = công suất đốt thật so với dự tính
simulate-figure-burn-deviation = dao động công suất đốt giữa các ngày
simulate-figure-furnace-stops = số lần lò dừng mỗi ngày
simulate-figure-furnace-stop-hours = số giờ mỗi lần lò dừng

simulate-chart-title = { $district }: { $weeks } tuần ngẫu nhiên
simulate-chart-yard = Rác trong sân chứa của { $facility }, tấn
simulate-chart-capacity = sức chứa
simulate-chart-waiting = Rác chờ ở các điểm cuối ngày, tấn
simulate-chart-overtime = Giờ làm vượt mỗi ngày, cộng các xe
simulate-chart-outer = 90% số tuần (5–95%)
simulate-chart-inner = một nửa số tuần (25–75%)
simulate-chart-median = trung vị
