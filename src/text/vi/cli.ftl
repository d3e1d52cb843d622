# Dòng lệnh: trợ giúp, lỗi cách dùng, thông báo.

cli-about = Lập lịch thu gom rác sinh hoạt trong tuần: dày nhất mà xe, ca làm việc và lò đốt cho phép, công bằng giữa các xã, rồi mới rẻ nhất.
cli-after-help =
    Ví dụ:
      thugom plan maps/phu-luong
      thugom check maps/phu-luong plan.json
    Trợ giúp của từng lệnh: thugom <LỆNH> --help. Kết quả ghi ra đầu ra chuẩn, thông báo ghi ra đầu ra lỗi.

cli-heading-usage = Cách dùng
cli-heading-verbs = Lệnh
cli-heading-arguments = Đối số
cli-heading-options = Tùy chọn
cli-heading-exit = Mã thoát:

cli-exit-good = xong
cli-exit-internal = lỗi nội bộ, hoặc không ghi được kết quả
cli-exit-usage = dòng lệnh sai
cli-exit-input = dữ liệu đầu vào sai
cli-exit-unmet = đã lập hoặc đã kiểm tra, nhưng còn yêu cầu dịch vụ chưa đạt
cli-exit-violations = lịch được kiểm tra vi phạm quy tắc
cli-exit-interrupted = bị dừng bằng Ctrl-C (đang lập lịch: lịch tốt nhất đã được lưu)

cli-value-verb = LỆNH
cli-value-options = TÙY CHỌN
cli-value-lang = vi|en
cli-value-number = SỐ
cli-value-numbers = SỐ[,SỐ…]
cli-value-project = THƯ MỤC
cli-value-project-or-instance = THƯ MỤC|TỆP
cli-value-plan = LỊCH
cli-value-file = TỆP
cli-value-trucks = existing|all|X1,X4
cli-value-date = NĂM-THÁNG-NGÀY
cli-value-duration = THỜI GIAN
cli-value-schema = plan
cli-value-shell = bash|elvish|fish|powershell|zsh

cli-argument-project = Thư mục dự án, ví dụ maps/phu-luong
cli-argument-project-or-instance = Thư mục dự án, ví dụ maps/phu-luong; hoặc tệp bài toán mẫu: .vrp, .geojson, .json hoặc tệp theo dạng Cordeau
cli-argument-plan = Tệp lịch (plan.json); “-” là đầu vào chuẩn
cli-argument-schema = Dạng tệp: plan
cli-argument-shell = Trình lệnh cần mã tự hoàn thành

cli-option-help = In trợ giúp này
cli-option-version = In phiên bản
cli-option-lang = Ngôn ngữ; nếu không ghi thì theo LC_ALL, LC_MESSAGES, LANG hoặc hệ điều hành, còn lại là tiếng Việt
cli-option-threads = Số luồng tính toán; chỉ đổi thời gian chạy, không đổi kết quả [mặc định: mỗi nhân một luồng]
cli-option-quiet = Chỉ in kết quả và lỗi, không in tiến độ, thông báo
cli-option-format = Dạng kết quả [mặc định: text]; csv có dấu BOM cho Excel khi ghi vào tệp
cli-option-output = Tệp ghi kết quả; “-” là đầu ra chuẩn [mặc định: đầu ra chuẩn]
cli-option-plan-output = Tệp ghi lịch; “-” là đầu ra chuẩn, khi đó báo cáo ra đầu ra lỗi [mặc định: plan.json]
cli-option-trucks = Xe được dùng: xe hiện có, tất cả, hoặc danh sách mã xe [mặc định: all]
cli-option-from = Ngày thứ Hai đầu tuần; tuần có ngày tháng theo ngày lễ, ngày nghỉ trong lịch
cli-option-seed = Số gốc của bộ sinh số ngẫu nhiên [mặc định: 1]
cli-option-time-limit = Thời gian tìm lịch, ví dụ 30s, 5m, 1h [mặc định: 10s, trừ khi có --iterations]
cli-option-iterations = Số vòng lặp; cùng số gốc và số vòng lặp cho đúng một lịch như nhau
cli-option-planned-iterations = Để lặp lại một lần chạy dừng theo giờ: số vòng lặp dự kiến của lần chạy đó, nhiều số thì cách nhau bằng dấu phẩy (ghi trong tệp lịch)
cli-option-start = Lịch có sẵn để tìm tiếp từ đó, thay vì lập mới từ đầu; lịch mới không kém hơn nếu lịch có sẵn không vi phạm quy tắc nào
cli-option-graph-format = Dạng đồ thị: dot (Graphviz) hoặc graphml [mặc định: dot]
cli-option-day = Ngày cần vẽ [mặc định: mon, thứ Hai]

cli-verb-plan = Lập lịch thu gom một tuần và báo cáo
    .more =
        Lịch được ghi vào plan.json (hoặc tệp của -o). Ctrl-C một lần: dừng và giữ lịch tốt nhất; hai lần: thoát ngay.
        Mã thoát: 0 mọi yêu cầu đều đạt · 4 còn yêu cầu chưa đạt · 130 bị dừng bằng Ctrl-C.
cli-verb-check = Kiểm tra một lịch: tính lại tất cả từ dữ liệu, nêu từng quy tắc bị vi phạm và yêu cầu chưa đạt
    .more = Mã thoát: 0 không có gì · 4 còn yêu cầu chưa đạt · 5 có vi phạm.
cli-verb-info = Khối lượng rác so với xe, giờ làm và lò đốt; nút thắt; số liệu nào là giả định
cli-verb-map = Vẽ các lộ trình của một ngày lên bản đồ (SVG)
cli-verb-graph = Xuất đồ thị của mô hình: xã, điểm, xe, bãi xe, nơi đổ rác
cli-verb-schema = In JSON Schema của một dạng tệp
cli-verb-completions = In mã tự hoàn thành lệnh cho trình lệnh
cli-verb-man = In trang hướng dẫn (roff)

cli-error = lỗi:
cli-warning = lưu ý:
cli-help = gợi ý:
cli-faults-found = { $count } lỗi trong dữ liệu đầu vào

cli-unknown-verb = không có lệnh “{ $verb }”
cli-missing-verb = thiếu lệnh
cli-unknown-argument = không hiểu “{ $argument }” ở đây
cli-missing-argument = thiếu { $argument }
cli-missing-value = { $argument } thiếu giá trị
cli-bad-value = “{ $value }” không dùng được cho { $argument }
cli-argument-twice = { $argument } chỉ được ghi một lần
cli-wrong-number-of-values = { $argument } có thừa hoặc thiếu giá trị
cli-not-unicode = một đối số không phải là văn bản Unicode
cli-did-you-mean = ý bạn là “{ $suggestion }”?
cli-valid-values = có thể ghi: { $values }
cli-see-help = xem: thugom --help
cli-unknown-truck = dự án không có xe “{ $truck }”
cli-only-of-a-district = { $argument } chỉ dùng cho thư mục dự án, không dùng cho bài toán mẫu
cli-no-trucks = không có xe nào được chọn
cli-hint-number = ghi một số nguyên, từ 0 trở lên, không quá lớn
cli-hint-numbers = ghi các số nguyên, từ 0 trở lên, không quá lớn, cách nhau bằng dấu phẩy
cli-hint-duration = ghi ví dụ 30s, 5m hoặc 1h30m; nhiều nhất một tuần
cli-hint-date = ghi ngày dạng năm-tháng-ngày, ví dụ 2026-11-23
cli-hint-monday = tuần bắt đầu từ thứ Hai: { $monday }

cli-cannot-write = không ghi được “{ $file }”: { $why }
cli-why-no-folder = thư mục không tồn tại
cli-why-forbidden = không có quyền
cli-why-folder = đó là một thư mục
cli-why-no-folder-but-file = có một tệp ở chỗ cần thư mục
cli-why-read-only = ổ đĩa chỉ cho phép đọc
cli-why-name = tên tệp không dùng được: quá dài hoặc có ký tự không được phép
cli-why-full = ổ đĩa đầy
cli-written = Đã ghi { $file }.
cli-stopping = Đang dừng, giữ những gì đã làm được … (Ctrl-C lần nữa để thoát ngay)
cli-stopped = Đã dừng theo yêu cầu; đây là lịch tốt nhất đã tìm được.
cli-other-input = lịch này được lập từ dữ liệu khác với dữ liệu hiện có của dự án; kết quả kiểm tra theo dữ liệu hiện có.
cli-internal-error = lỗi nội bộ (thugom { $version }, { $place }); xin báo cho người phát triển kèm lệnh và dữ liệu đã dùng
cli-plan-breaks-rules = lỗi nội bộ: lịch vừa lập vi phạm { $count } quy tắc, không ghi
cli-progress = { $seconds } s · { $iterations } vòng lặp · { $people } người chưa đủ yêu cầu · tuổi chờ { $age } ngày · { $cost } triệu đồng
cli-progress-cheapest = { $seconds } s · { $iterations } vòng lặp · { $people } người chưa đủ yêu cầu · { $cost } triệu đồng
cli-progress-instance = { $seconds } giây · { $iterations } vòng lặp · { $points } điểm chưa thu gom · chi phí { $cost }
