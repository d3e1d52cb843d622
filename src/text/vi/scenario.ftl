# Kịch bản, so sánh, thêm xe, sửa lịch.

cli-value-scenario = KỊCH BẢN
cli-value-variants = PHƯƠNG ÁN
cli-value-folder = THƯ MỤC
cli-argument-variants = Kịch bản (tên trong thư mục scenarios của dự án, hoặc tệp .toml) hoặc base (dự án như hiện có); phương án đầu là mốc so sánh
cli-option-scenario = Thay đổi dự án theo một kịch bản: tên trong thư mục scenarios của dự án, hoặc tệp .toml
cli-option-seeds = Số lần lập mỗi phương án, mỗi lần một số gốc khác nhau [mặc định: 3]
cli-option-compare-iterations = Số vòng lặp của mỗi lịch [mặc định: 100000, trừ khi có --time-limit]
cli-option-compare-time-limit = Thời gian tìm của mỗi lịch, ví dụ 20s
cli-option-resample = So sánh thêm trên N huyện giả định: lượng rác từng xã, tốc độ, thời gian dừng thay đổi trong khoảng ±20% [mặc định: 0]
cli-option-compare-weeks = Số tuần ngẫu nhiên mà hai lịch tốt nhất cùng chạy thử; 0: không chạy [mặc định: 1000]
cli-option-compare-output = Thư mục ghi bảng (CSV, JSON), biểu đồ (SVG) và một trang cho lãnh đạo (HTML)
cli-option-trucks-output = Thư mục ghi bảng (CSV, JSON) và biểu đồ (SVG)
cli-verb-compare = So sánh các kịch bản với mốc: xã nào được thu gom dày hơn, tốn thêm bao nhiêu
    .more =
        Mỗi phương án được lập với cùng số vòng lặp và cùng các số gốc; thay đổi nhỏ hơn mức dao động giữa các số gốc được ghi rõ.
        Ví dụ: thugom compare maps/phu-luong base hai-xe-moi -o so-sanh
cli-scenario = Kịch bản: { $name }
cli-nothing-to-compare = cần ít nhất một kịch bản để so sánh với base
cli-planning = Đang lập: { $name } ({ $seeds } lần)
cli-simulating = Đang chạy thử { $weeks } tuần: { $name }
cli-resampling = Đang lập trên { $draws } huyện giả định

# Lỗi trong kịch bản.

fault-scenario-missing = không có kịch bản “{ $name }”
    .help = { $suggestion ->
        [no-suggestion] { $any ->
            [none] dự án không có thư mục scenarios; ghi đường dẫn tới tệp .toml
           *[other] các kịch bản của dự án: { $known }; hoặc ghi đường dẫn tới tệp .toml
        }
       *[other] ý bạn là “{ $suggestion }”? các kịch bản của dự án: { $known }
    }
fault-scenario-without-changes = kịch bản không có thay đổi nào
    .help = ghi ít nhất một mục [[change]] với kind
fault-scenario-change-malformed = change phải là các mục [[change]]
    .help = mỗi thay đổi là một mục riêng, bắt đầu bằng dòng [[change]]
fault-scenario-unknown-setting = không biết “{ $field }”
    .help = { $suggestion ->
        [no-suggestion] có thể ghi: { $known }, và các mục [[change]]
       *[other] ý bạn là “{ $suggestion }”?
    }
fault-scenario-unknown-kind = { fault-field }: không có loại thay đổi “{ $value }”
    .help = { $suggestion ->
        [no-suggestion] các loại: { $known }
       *[other] ý bạn là “{ $suggestion }”? các loại: { $known }
    }
fault-scenario-unknown-field = thay đổi { $kind } không có mục “{ $field }”
    .help = { $suggestion ->
        [no-suggestion] có thể ghi: { $known }
       *[other] ý bạn là “{ $suggestion }”? có thể ghi: { $known }
    }
fault-scenario-without-effect = thay đổi { $kind } không làm thay đổi gì
    .help = dự án đã như vậy rồi: sửa giá trị, hoặc bỏ thay đổi này
fault-scenario-scope = { fault-field }: “{ $value }” không phải là phạm vi
    .help = ghi all, town, rural, commune:TÊN XÃ hoặc point:MÃ ĐIỂM
fault-scenario-unknown-truck = không có xe “{ $name }”
    .help = { $suggestion ->
        [no-suggestion] các xe: { $known }
       *[other] ý bạn là “{ $suggestion }”?
    }
fault-scenario-unknown-facility = không có nơi đổ rác “{ $name }”
    .help = { $suggestion ->
        [no-suggestion] các nơi đổ rác: { $known }
       *[other] ý bạn là “{ $suggestion }”?
    }
fault-scenario-unknown-depot = không có bãi xe “{ $name }”
    .help = { $suggestion ->
        [no-suggestion] các bãi xe: { $known }
       *[other] ý bạn là “{ $suggestion }”?
    }
fault-scenario-unknown-road = không có đường “{ $name }”
    .help = { $suggestion ->
        [no-suggestion] ghi mã (id) hoặc tên đường trong roads.geojson, ví dụ: { $known }
       *[other] ý bạn là “{ $suggestion }”?
    }
fault-scenario-unknown-class = không có đường loại “{ $name }”
    .help = { $suggestion ->
        [no-suggestion] các loại đường: { $known }
       *[other] ý bạn là “{ $suggestion }”?
    }
fault-scenario-unknown-point = không có điểm tập kết “{ $name }”
    .help = { $suggestion ->
        [no-suggestion] ghi mã hoặc tên trong points.csv, ví dụ: { $known }
       *[other] ý bạn là “{ $suggestion }”?
    }
fault-scenario-unknown-commune = không có xã “{ $name }”
    .help = { $suggestion ->
        [no-suggestion] các xã: { $known }
       *[other] ý bạn là “{ $suggestion }”?
    }
fault-scenario-unknown-season = calendar.csv không có dòng có ngày tháng với mã “{ $name }”
    .help = { $suggestion ->
        [no-suggestion] ghi mã (id) của một dòng có date_from
       *[other] ý bạn là “{ $suggestion }”?
    }
fault-scenario-one-truck = ghi đúng một xe làm mẫu
    .help = mỗi thay đổi buy-trucks mua xe giống một xe; ghi thêm một mục [[change]] cho loại xe khác
fault-scenario-no-truck-left = không còn xe nào
    .help = giữ lại ít nhất một xe
fault-scenario-no-point-left = không còn điểm tập kết nào
    .help = giữ lại ít nhất một điểm
fault-scenario-no-facility-left = không còn nơi đổ rác nào mở cửa
    .help = giữ lại ít nhất một nơi, hoặc chỉ đóng một số ngày (days)
fault-scenario-shift-reversed = ca xe { $truck } kết thúc ({ $to }) trước khi bắt đầu ({ $from })
    .help = ca qua nửa đêm ghi tiếp sau 24:00, ví dụ 29:00
fault-scenario-shifts-overlap = ca hai của xe { $truck } trùng với ca một ({ $from }–{ $to })
    .help = ca hai bắt đầu khi ca một đã về bãi
fault-scenario-shift-twice = xe { $truck } đã có ca hai (ca một { $from }–{ $to })
    .help = bỏ thay đổi này
fault-scenario-payload-above-gross = xe { $truck }: tải trọng { $payload } kg không nhỏ hơn tổng trọng lượng { $gross } kg
    .help = ghi tải trọng theo giấy đăng kiểm
fault-scenario-no-furnace = { $facility } không phải là lò đốt
    .help = bỏ mục này, hoặc chọn một lò đốt
fault-scenario-hours-reversed = giờ đóng cửa ({ $to }) không sau giờ mở cửa ({ $from })
    .help = sửa open_from hoặc open_to
fault-scenario-not-monday = ngày này không phải thứ Hai
    .help = tuần bắt đầu từ thứ Hai: ghi { $monday }
fault-scenario-id-taken = đã có điểm tập kết mang mã “{ $name }”
    .help = chọn mã khác
fault-scenario-cuts-off = sau thay đổi này không xe nào vào được { $count } điểm tập kết: { $places }
    .help = chọn đường khác; nếu đúng là các điểm đó phải chịu cảnh không thu gom, ghi may_cut_off = true ở đầu tệp
fault-scenario-cuts-off-facility = sau thay đổi này không xe nào tới được { $count } nơi: { $places }
    .help = nơi đổ rác, bãi xe phải còn đường vào; chọn đường khác

# So sánh.

beside-base = hiện trạng ({ $trucks } xe)
beside-headline = { $scenario } so với { $baseline }: { $any-gaining ->
        [none] không xã, thị trấn nào được thu gom dày hơn rõ rệt
       *[other] { $gaining }/{ $communes } xã, thị trấn được thu gom dày hơn
    }{ $any-losing ->
        [none] {""}
       *[other] , { $losing } xã, thị trấn thưa hơn
    }; bình quân { $visits-before } → { $visits-after } lần/tuần; người dân chưa đủ yêu cầu { $short-before } → { $short-after }; chi phí { $direction ->
        [up] tăng
       *[other] giảm
    } { $cost-change } triệu đồng/tuần ({ $cost-before } → { $cost-after }), mỗi người được thu gom { $person-before } → { $person-after } đồng/tháng.
beside-weeks = Chạy thử { $weeks } tuần ngẫu nhiên, cùng rác, mưa và hỏng xe cho cả hai lịch tốt nhất: số lượt thu gom làm được thay đổi { $visits } lượt/tuần (sai số ±{ $visits-width }; 90% số tuần từ { $visits-low } đến { $visits-high }); chi phí thay đổi { $cost } triệu đồng/tuần (±{ $cost-width }; từ { $cost-low } đến { $cost-high }); tỷ lệ số tuần mà lịch chịu được { $holds-before }% → { $holds-after }%.
beside-one-week = Chạy thử { $weeks } tuần ngẫu nhiên, cùng rác, mưa và hỏng xe cho cả hai lịch tốt nhất: số lượt thu gom làm được thay đổi { $visits } lượt/tuần; chi phí thay đổi { $cost } triệu đồng/tuần; chưa đủ tuần để biết sai số.
beside-weeks-title = Qua { $weeks } tuần ngẫu nhiên như nhau (mỗi tuần; thay đổi tính theo từng tuần)
beside-gaining = Dày hơn (lần/tuần): { $communes }
beside-losing = Thưa hơn (lần/tuần): { $communes }
beside-commune = { $commune } { $before } → { $after }
beside-binding = Nút thắt trước: { $before }. Nút thắt sau: { $after }.
beside-nothing-binds = không có
beside-by-commune = Theo xã, thị trấn (trước → sau; thay đổi trong ngoặc là chưa vượt mức dao động giữa các lần lập)
beside-page-one-seed = Mỗi phương án chỉ lập một lần: chưa biết mức dao động của phép tìm.
beside-page-seeds = Mỗi phương án lập { $seeds } lần, cùng số vòng lặp; số liệu là bình quân.
beside-one-seed = Mỗi phương án lập một lần (--seeds { $seeds }): chưa biết mức dao động của phép tìm.
beside-seeds = Mỗi phương án lập { $seeds } lần, cùng số vòng lặp; số liệu là bình quân, “dao động” là từ thay đổi nhỏ nhất đến lớn nhất giữa các lần lập, “chạy thử” là thay đổi bình quân qua các tuần ngẫu nhiên.
beside-column-metric = Chỉ tiêu
beside-column-unit = Đơn vị
beside-column-before = Trước
beside-column-after = Sau
beside-column-change = Thay đổi
beside-column-spread = Dao động
beside-column-weeks = Chạy thử
beside-column-commune = Xã
beside-column-visits = Lần/tuần
beside-column-visits-change = Thay đổi
beside-column-served = Thu gom %
beside-column-short = Người chưa đủ
beside-column-age = Ngày chờ
beside-million = triệu đồng
beside-resampled = Trên { $draws } huyện giả định (rác từng xã, tốc độ, thời gian dừng ±20%): kịch bản tốt hơn trong { $better } trên { $draws } lần.
beside-resampled-metric = { $metric }: tăng trong { $rises }, giảm trong { $falls } trên { $draws } lần; thay đổi từ { $least } đến { $most }, giữa { $median } { $unit }
leaders-subject = { $district } · thu gom rác thải sinh hoạt: hai phương án đặt cạnh nhau
leaders-title-assumed = { $headline } (Số liệu giả định.)
beside-chart-title = { $district }: { $scenario }
beside-chart-axis = số lần thu gom mỗi tuần, bình quân theo số dân
beside-chart-note = Số liệu đầu vào phần lớn là giả định.
beside-map-legend = Số lần thu gom mỗi tuần:
beside-map-area = chấm càng lớn, càng đông dân

# Thêm xe.

cli-value-one-truck = XE
cli-option-trucks-from = Số xe thêm, từ [mặc định: 0]
cli-option-trucks-to = Số xe thêm, đến [mặc định: 4]
cli-option-like = Loại xe mua thêm: giống xe có mã này [mặc định: xe mới đầu tiên trong trucks.csv]
cli-option-fleet = Đội xe lúc đầu: existing, all, hoặc danh sách mã xe [mặc định: existing]
cli-option-trucks-iterations = Số vòng lặp của mỗi lần tìm, hai lần cho mỗi số xe [mặc định: 60000, trừ khi có --time-limit]
cli-verb-trucks = Mỗi xe mua thêm đem lại gì: dịch vụ, chi phí kể cả khấu hao, nút thắt, theo từng xã
    .more =
        Mỗi số xe được tìm hai lần như nhau; lịch của ít xe hơn là điểm xuất phát, nên thêm xe không bao giờ kém đi.
        Ví dụ: thugom trucks maps/phu-luong --from 0 --to 4 --like X5 -o them-xe
cli-hint-sizes = ghi số từ { $from } đến { $most }
cli-planning-trucks = Đang lập với { $extra } xe thêm
trucks-title = { $district }: mua thêm xe như { $like }
trucks-step = Xe thứ { $number }: người chưa đủ yêu cầu { $short-before } → { $short-after }; bình quân { $visits-before } → { $visits-after } lần/tuần; chi phí thêm { $cost } triệu đồng/tuần
trucks-column-extra = Thêm
trucks-column-trucks = Xe
trucks-column-served = Thu gom
trucks-column-short = Người chưa đủ
trucks-column-visits = Lần/tuần
trucks-column-age = Ngày chờ
trucks-column-worst = Xã chờ lâu nhất
trucks-column-burnt = Đốt
trucks-column-cost = Triệu đồng/tuần
trucks-column-days = … khấu hao, bảo hiểm
trucks-binding = Nút thắt
trucks-binding-row = +{ $extra }: { $binding }
trucks-by-commune = Số lần thu gom mỗi tuần, bình quân theo số dân, theo số xe thêm
trucks-note = Mỗi lịch tốt hơn hoặc bằng lịch ít xe hơn, xét lần lượt: người chưa đủ yêu cầu, thời gian chờ, lượng đốt, chi phí.
trucks-axis = số xe mua thêm
trucks-panel-visits = Số lần thu gom mỗi tuần, bình quân theo số dân
trucks-panel-short = Người dân chưa đủ yêu cầu
trucks-panel-cost = Chi phí, triệu đồng/tuần (kể cả khấu hao)

# Sửa lịch.

cli-value-truck-days = XE@NGÀY
cli-value-days = NGÀY
cli-value-one-day = NGÀY
cli-value-road = ĐƯỜNG
cli-value-time = GIỜ
cli-value-lock = ĐIỂM|XÃ|XE
cli-option-truck-down = Xe hỏng vào ngày đó, ví dụ X2@tue hoặc X2@T3-T4; có thể ghi nhiều lần
cli-option-skip-day = Ngày không thu gom; có thể ghi nhiều lần
cli-option-close-road = Đường không đi được (mã hoặc tên trong roads.geojson); có thể ghi nhiều lần
cli-option-today = Hôm nay là ngày nào [mặc định: ngày đầu tiên có việc xảy ra]; các ngày trước coi như đã xong
cli-option-from-time = Bây giờ là mấy giờ, ví dụ 09:40 [mặc định: đầu ngày]; lượt bắt đầu trước giờ này giữ nguyên
cli-option-lock = Giữ nguyên ngày và xe của điểm, của cả xã, hoặc toàn bộ lộ trình của xe; có thể ghi nhiều lần
cli-option-keep-reserve = Vẫn giữ phần giờ và tải trọng dự phòng
cli-option-replan-output = Tệp ghi lịch đã sửa; “-” là đầu ra chuẩn [mặc định: plan-replanned.json]
cli-option-moves = Bảng CSV các lượt chuyển tay (point, day, truck, to_day, to_truck, after): kiểm tra lịch sau khi chuyển
cli-option-use-reserve = Cho dùng phần giờ và tải trọng dự phòng, như lịch đã sửa bằng replan
cli-option-check-output = Tệp ghi lịch sau khi chuyển tay (--moves)
cli-verb-replan = Sửa lịch ít nhất có thể khi xe hỏng, đường đóng hoặc bỏ một ngày: ai chuyển sang xe nào, ngày nào, ai phải chờ
    .more =
        Lượt đã làm giữ nguyên; lượt bị ảnh hưởng chuyển sang xe khác cùng ngày, rồi mới sang ngày khác, rồi mới bỏ.
        Phần dự phòng (giờ, tải trọng) được dùng, trừ khi có --keep-reserve. Kiểm tra lại: thugom check … --use-reserve.
        Ví dụ: thugom replan maps/phu-luong plan.json --truck-down X2@tue --from-time 09:40
        Mã thoát: 0 mọi yêu cầu đều đạt · 4 còn yêu cầu chưa đạt, hoặc không sửa được · 5 lịch đưa vào vi phạm quy tắc.
cli-hint-truck-down = ghi mã xe, @ và ngày, ví dụ X2@tue, X2@T3 hoặc X2@T3-T5
cli-hint-days = ghi ngày, ví dụ wed hoặc T4
cli-hint-day = ghi một ngày, ví dụ tue hoặc T3
cli-hint-time = ghi giờ:phút, ví dụ 09:40
cli-nothing-happened = chưa nói việc gì xảy ra
cli-hint-nothing-happened = ghi --truck-down, --skip-day hoặc --close-road
cli-hint-all-over = mọi việc đã nêu đều ở trước ngày ấy: không còn gì để sửa
replan-broken-before = lịch đưa vào đã vi phạm { $count } quy tắc
replan-check-first = xem: thugom check
replan-impossible = không tìm được cách sửa nào giữ mọi quy tắc
replan-impossible-help = bớt khóa (--lock), bỏ --keep-reserve, hoặc lập lại lịch bằng thugom plan --start
replan-locked-and-hit = { $count } lượt bị khóa nhưng không thực hiện được: { $visits }
replan-headline = { $affected } lượt thu gom bị ảnh hưởng: { $truck } lượt đổi xe cùng ngày, { $day } lượt đổi ngày, { $missed } lượt bỏ; báo cho { $told } người.
replan-short = Người dân chưa đủ yêu cầu trong tuần: { $before } → { $after }.
replan-lost = Điểm không còn lượt thu gom nào: { $count }, với { $people } người. Rác ở đó phải chở ngoài lịch này: làm thêm giờ hoặc thuê xe.
replan-changes-next-week = Các ngày trước { $day } đã qua nhưng vẫn có thay đổi: đó là các ngày của tuần sau. Chạy theo lịch này đến hết ngày trước { $day } tuần sau, rồi trở lại lịch cũ.
replan-visit-next-week = { $visit } tuần sau
replan-nothing = Không phải thay đổi gì.
replan-reserve-used = Lịch sửa dùng đến phần giờ và tải trọng dự phòng (--keep-reserve: giữ nguyên phần ấy); kiểm tra lại bằng thugom check --use-reserve.
replan-column-kind = Thay đổi
replan-column-point = Điểm tập kết
replan-column-commune = Xã
replan-column-from = Theo lịch cũ
replan-column-to = Nay
replan-column-told = Báo cho
replan-kind-truck = đổi xe
replan-kind-day = đổi ngày
replan-kind-missed = bỏ
replan-kind-added = thêm
replan-this-week = thu bù { $day }
replan-next-week = thu bù { $day } tuần sau
replan-never = không có lượt nào nữa

# Bảng chuyển tay.

fault-moves-empty = bảng không có dòng nào
    .help = các cột: point, day, truck, to_day, to_truck, after
fault-moves-half = ngày và xe phải ghi cùng nhau
    .help = để trống cả hai, hoặc ghi cả hai; mỗi dòng một ngày
fault-moves-nothing = { $point }: không nói lượt nào, cũng không nói chuyển đi đâu
    .help = ghi day và truck của lượt có sẵn, hoặc to_day và to_truck của lượt mới
fault-moves-no-visit = lịch không có lượt này tại { $point }
    .help = xem ngày và xe của điểm trong lịch
fault-moves-no-stop-before = { $point } không có trên lộ trình mới
    .help = ghi một điểm của chính lộ trình đó, hoặc để trống

# Tuần có ngày tháng.

week-waste = Tuần { $from } – { $to } so với tuần thường: rác { $tonnes } tấn thay vì { $ordinary } tấn ({ $percent }%)
week-as-usual = Trong tuần không có ngày lễ, ngày nghỉ nào.
week-event = • { $name } ({ $whom }), { $days }: rác × { $factor }{ $service ->
        [none] , không thu gom
        [reduced] , chỉ thu gom thị trấn và chợ
       *[normal] {""}
    }
week-whole-district = cả huyện
week-closed = • Nghỉ thu gom: { $days }
week-catch-up = • Thu gom bù rác ngày nghỉ từ { $day }
week-catch-up-next = • Rác những ngày nghỉ cuối tuần được thu gom bù trong tuần sau; lịch tính như tuần sau cũng giống tuần này
week-fewer-days = • { $points } điểm tập kết có ít ngày thu gom hơn tuần thường
