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
cli-option-compare-output = Thư mục ghi bảng (CSV, JSON) và biểu đồ (SVG)
cli-verb-compare = So sánh các kịch bản với mốc: xã nào được thu gom dày hơn, tốn thêm bao nhiêu
    .more =
        Mỗi phương án được lập với cùng số vòng lặp và cùng các số gốc; thay đổi nhỏ hơn mức dao động giữa các số gốc được ghi rõ.
        Ví dụ: thugom compare maps/phu-luong base hai-xe-moi -o so-sanh
cli-scenario = Kịch bản: { $name }
cli-nothing-to-compare = cần ít nhất một kịch bản để so sánh với base
cli-planning = Đang lập: { $name } ({ $seeds } lần)
cli-resampling = Đang lập trên { $draws } huyện giả định

# Lỗi trong kịch bản.

fault-scenario-missing = không có kịch bản “{ $name }”
    .help = { $suggestion ->
        [no-suggestion] { $count ->
            [0] dự án không có thư mục scenarios; ghi đường dẫn tới tệp .toml
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

compare-base = hiện trạng
compare-headline = { $scenario } (so với { $baseline }): { $gaining ->
        [0] không xã, thị trấn nào được thu gom dày hơn rõ rệt
       *[other] { $gaining }/{ $communes } xã, thị trấn được thu gom dày hơn
    }{ $losing ->
        [0] {""}
       *[other] , { $losing } xã, thị trấn thưa hơn
    }; bình quân từ { $visits-before } lên { $visits-after } lần/tuần; người dân chưa đủ yêu cầu từ { $short-before } còn { $short-after }; chi phí { $direction ->
        [up] tăng
       *[other] giảm
    } { $cost-change } triệu đồng/tuần ({ $cost-before } → { $cost-after }), mỗi người được thu gom { $person-before } → { $person-after } đồng/tháng.
compare-gaining = Dày hơn (lần/tuần): { $communes }
compare-losing = Thưa hơn (lần/tuần): { $communes }
compare-commune = { $commune } { $before } → { $after }
compare-binding = Nút thắt trước: { $before }. Nút thắt sau: { $after }.
compare-nothing-binds = không có
compare-by-commune = Theo xã, thị trấn (trước → sau; thay đổi trong ngoặc là chưa vượt mức dao động giữa các lần lập)
compare-seeds = { $seeds ->
        [1] Mỗi phương án lập một lần: chưa biết mức dao động của phép tìm; dùng --seeds 3 để biết.
       *[other] Mỗi phương án lập { $seeds } lần, cùng số vòng lặp; số liệu là bình quân, “dao động” là từ thay đổi nhỏ nhất đến lớn nhất giữa các lần lập.
    }
compare-column-metric = Chỉ tiêu
compare-column-before = Trước
compare-column-after = Sau
compare-column-change = Thay đổi
compare-column-spread = Dao động
compare-column-commune = Xã
compare-column-visits = Lần/tuần
compare-column-visits-change = Thay đổi
compare-column-served = Thu gom %
compare-column-short = Người chưa đủ
compare-column-age = Ngày chờ
compare-points = { $value } điểm %
compare-resampled = Trên { $draws } huyện giả định (rác từng xã, tốc độ, thời gian dừng ±20%): kịch bản tốt hơn trong { $better } trên { $draws } lần.
compare-resampled-metric = { $metric }: tăng trong { $rises }, giảm trong { $falls } trên { $draws } lần; thay đổi từ { $least } đến { $most }, giữa { $median }
compare-chart-title = { $district }: { $scenario }
compare-chart-axis = số lần thu gom mỗi tuần, bình quân theo số dân
compare-chart-note = Số liệu đầu vào phần lớn là giả định.
compare-map-legend = Số lần thu gom mỗi tuần:
compare-map-area = chấm càng lớn, càng đông dân
