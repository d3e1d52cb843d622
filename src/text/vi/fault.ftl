# Lỗi trong dữ liệu đầu vào. Mỗi lỗi: điều gì sai (kèm giá trị), và .help nói cần làm gì.

# Tên của một ô trong lời báo: cột (CSV), thuộc tính (GeoJSON) hay mục (project.toml).
fault-field =
    { $holder ->
        [column] cột { $field }
        [property] thuộc tính { $field }
       *[setting] mục { $field }
    }

## Thư mục và tệp

fault-project-missing = không có thư mục “{ $folder }”.
    .help = Xem lại đường dẫn tới thư mục dự án, ví dụ maps/phu-luong.
fault-project-no-folder = “{ $folder }” là một tệp, không phải thư mục dự án.
    .help = Ghi thư mục chứa project.toml và các bảng số liệu.
fault-file-missing = thiếu tệp { $file }: { $purpose ->
        [project] cài đặt của dự án
        [communes] các xã, dân số và ranh giới
        [roads] mạng đường
        [points] các điểm tập kết
        [trucks] các xe và ca làm việc
        [depots] các bãi xe
       *[facilities] lò đốt và bãi chôn lấp
    }.
    .help = { $suggestion ->
        [no-suggestion] Tạo tệp này trong thư mục dự án; các cột và ví dụ có trong maps/README.md.
       *[other] Trong thư mục có “{ $suggestion }”: có phải là tệp này nhưng sai tên?
    }
fault-file-unreadable = không đọc được tệp: { $reason }.
    .help = Đóng tệp nếu đang mở trong Excel, và kiểm tra quyền đọc.
fault-file-too-large = tệp lớn { $megabytes } MB, vượt mức { $most } MB.
    .help = Số liệu của một huyện nhỏ hơn nhiều; có lẽ đây là tệp khác. Hãy chỉ giữ phần của huyện.
fault-file-empty = tệp trống.
    .help = Có lẽ tệp bị lưu hỏng; lấy lại bản sao lưu hoặc điền theo maps/README.md.
fault-file-without-rows = tệp { $file } không có dòng số liệu nào.
    .help = Điền ít nhất một dòng dưới dòng tên cột.
fault-file-binary = tệp chứa dữ liệu nhị phân, không phải văn bản.
    .help = Mở tệp gốc trong Excel rồi lưu lại bằng “CSV UTF-8 (Comma delimited)”.
fault-file-is-workbook = đây là sổ Excel (.xlsx hoặc .xls) đã bị đổi tên, không phải tệp văn bản.
    .help = Mở trong Excel rồi chọn Lưu thành → “CSV UTF-8 (Comma delimited)”.
fault-file-utf16 = tệp được lưu bằng mã UTF-16 (“Unicode Text”), chương trình cần UTF-8.
    .help = Trong Excel chọn Lưu thành → “CSV UTF-8 (Comma delimited)”; trong Notepad chọn mã hoá UTF-8.
fault-file-not-utf8 = byte thứ { $offset } ({ $byte }) không phải chữ UTF-8; có lẽ tệp dùng bảng mã cũ (TCVN3, VNI, Windows-1258).
    .help = Trong Excel chọn Lưu thành → “CSV UTF-8 (Comma delimited)”, rồi xem lại dấu tiếng Việt.

## Bảng CSV

fault-column-missing = thiếu cột { $field }.
    .help = { $suggestion ->
        [no-suggestion] Thêm cột { $field } vào dòng tên cột; ý nghĩa và đơn vị có trong maps/README.md.
       *[other] Có phải cột “{ $suggestion }” chính là { $field }? Nếu đúng, sửa lại tên cột.
    }
fault-column-unknown = không biết cột “{ $field }”, nên bỏ qua cả cột.
    .help = { $suggestion ->
        [no-suggestion] Xoá cột này, hoặc chuyển ghi chú sang cột note.
       *[other] Có phải ý bạn là “{ $suggestion }”?
    }
fault-column-twice = cột “{ $field }” có hai lần (cột { $first } và cột { $second } trong Excel).
    .help = Giữ lại một cột và xoá cột kia.
fault-header-too-wide = dòng đầu có { $columns } ô, nhiều hơn { $most } cột: đây không phải là một bảng.
    .help = Dòng đầu của tệp phải là tên các cột; có lẽ đây là tệp khác, hoặc tệp bị mất các dấu xuống dòng.
fault-cells-too-few = dòng chỉ có { $cells } ô, trong khi bảng có { $columns } cột.
    .help = Bổ sung các ô còn thiếu (để trống cũng được, nhưng phải đủ dấu ngăn cách).
fault-cells-too-many = dòng có { $cells } ô, trong khi bảng chỉ có { $columns } cột.
    .help = Ô nào có chứa dấu ngăn cách (ví dụ dấu phẩy) thì đặt trong ngoặc kép "…".
fault-quote-not-closed = dấu ngoặc kép mở ở đây không được đóng; phần còn lại của tệp không đọc được.
    .help = Thêm dấu " ở cuối ô, hoặc xoá dấu " thừa.

## Giá trị của một ô

fault-field-blank = { fault-field }: để trống, nhưng ở đây phải có giá trị.
    .help = Điền giá trị; ý nghĩa và đơn vị có trong maps/README.md.
fault-field-missing = thiếu { fault-field }.
    .help = Thêm { $field }; ý nghĩa và đơn vị có trong maps/README.md.
fault-field-unknown = không biết { fault-field }, nên bỏ qua.
    .help = { $suggestion ->
        [no-suggestion] Xoá đi nếu không cần; các tên dùng được có trong maps/README.md.
       *[other] Có phải ý bạn là “{ $suggestion }”?
    }
fault-not-words = { fault-field }: “{ $value }” không phải là chữ.
    .help = Ghi một giá trị đơn, không phải danh sách.
fault-not-a-number = { fault-field }: “{ $value }” không phải là số.
    .help = Chỉ ghi số, không kèm đơn vị, ví dụ 12 hoặc 12,5.
fault-not-whole = { fault-field }: “{ $value }” không phải là số nguyên.
    .help = Ghi số nguyên, ví dụ 12.
fault-number-negative = { fault-field }: { $value } là số âm.
    .help = Ghi số từ { $least } đến { $most }.
fault-number-out-of-range = { fault-field }: { $value } nằm ngoài khoảng từ { $least } đến { $most }.
    .help = Xem lại con số và đơn vị; các cột và đơn vị có trong maps/README.md.
fault-not-one-of = { fault-field }: “{ $value }” không phải là giá trị dùng được.
    .help = { $suggestion ->
        [no-suggestion] Chọn một trong: { $options }.
       *[other] Có phải ý bạn là “{ $suggestion }”? Dùng được: { $options }.
    }
fault-not-days = { fault-field }: “{ $part }” không phải là ngày trong tuần.
    .help = Ghi ví dụ T2;T4;CN hoặc T2-T7 (cũng có thể ghi 1;3;7, với 1 là thứ Hai và 7 là Chủ nhật).
fault-days-became-date = { fault-field }: “{ $part }” là ngày tháng; có lẽ Excel đã đổi 1-6 thành ngày tháng.
    .help = Ghi T2-T7 thay cho 1-6, hoặc định dạng cả cột là Văn bản (Text) rồi nhập lại.
fault-days-backwards = { fault-field }: khoảng “{ $part }” kết thúc trước khi bắt đầu.
    .help = Tuần bắt đầu từ T2 (thứ Hai) và kết thúc ở CN; khoảng vắt qua Chủ nhật thì ghi từng ngày.
fault-days-mixed = { fault-field }: “{ $part }” ghi lẫn số với tên ngày.
    .help = Ghi thống nhất T2;T4;CN. Nếu chỉ ghi số thì 1 là thứ Hai và 7 là Chủ nhật.
fault-day-twice = { fault-field }: “{ $part }” lặp lại một ngày đã ghi.
    .help = Ghi mỗi ngày một lần.
fault-not-a-time = { fault-field }: “{ $value }” không phải là giờ.
    .help = Ghi giờ:phút theo 24 giờ, ví dụ 06:30; quá nửa đêm thì ghi tiếp, ví dụ 29:00 là 5 giờ sáng hôm sau.
fault-not-a-date = { fault-field }: “{ $value }” không phải là ngày.
    .help = Ghi năm-tháng-ngày, ví dụ 2026-02-17, hoặc ngày/tháng/năm, ví dụ 17/02/2026.
fault-list-length = { fault-field }: danh sách có { $length } số, cần { $wanted } số.
    .help = Ghi { $wanted } số cách nhau bằng dấu chấm phẩy, từ thứ Hai đến Chủ nhật, ví dụ 1;1;2;1;1;2,5;1; để trống nếu ngày nào cũng như nhau.
fault-id-twice = { $field } “{ $value }” đã dùng ở dòng { $first }.
    .help = Mỗi dòng cần một mã riêng; đổi một trong hai mã, hoặc xoá dòng lặp.

## Bản đồ GeoJSON

fault-json-syntax = sai cú pháp JSON ở đây.
    .help = Có lẽ thiếu hoặc thừa một dấu phẩy, ngoặc hay dấu nháy ngay trước chỗ này; nên sửa bản đồ bằng QGIS rồi xuất lại GeoJSON.
fault-json-ends-early = tệp kết thúc giữa chừng.
    .help = Tệp bị cắt cụt khi sao chép hay tải về; lấy lại bản đầy đủ.
fault-not-feature-collection = tệp không phải là một FeatureCollection của GeoJSON.
    .help = Xuất lại từ QGIS: Export → Save Features As… → GeoJSON, hệ toạ độ EPSG:4326.
fault-feature-malformed = đối tượng này không có dạng Feature của GeoJSON.
    .help = Mỗi đối tượng cần "type": "Feature", "properties" và "geometry"; xem ví dụ trong maps/README.md.
fault-geometry-missing = đối tượng không có hình (geometry).
    .help = Vẽ hình ({ $kinds }) cho đối tượng, hoặc xoá đối tượng.
fault-geometry-kind = hình loại “{ $value }” không dùng được ở đây.
    .help = Cần loại { $kinds }. Trong QGIS: Multipart to singleparts, hoặc chọn đúng lớp.
fault-geometry-empty = hình không có toạ độ nào.
    .help = Vẽ lại hình, hoặc xoá đối tượng.
fault-line-without-length = đường chỉ có một vị trí nên không có chiều dài.
    .help = Vẽ đường qua ít nhất hai vị trí khác nhau, hoặc xoá đối tượng.
fault-ring-too-short = đường bao chỉ có vài đỉnh, không tạo thành vùng.
    .help = Một vùng cần ít nhất ba đỉnh, và đỉnh cuối trùng đỉnh đầu.
fault-ring-open = đường bao không khép kín: đỉnh cuối khác đỉnh đầu.
    .help = Lặp lại đỉnh đầu ở cuối danh sách toạ độ.
fault-position-malformed = “{ $value }” không phải là toạ độ [kinh độ, vĩ độ].
    .help = Ghi hai số, kinh độ trước, ví dụ [105.7119, 21.7229].
fault-coordinates-swapped = toạ độ { $value } bị đổi chỗ: vĩ độ đứng trước kinh độ.
    .help = GeoJSON ghi kinh độ trước, vĩ độ sau, ví dụ [105.7119, 21.7229].
fault-coordinates-off-earth = toạ độ { $value } không có trên trái đất.
    .help = Kinh độ từ -180 đến 180, vĩ độ từ -90 đến 90. Nếu là toạ độ VN-2000 (mét), chuyển sang EPSG:4326 trong QGIS.
fault-position-swapped = kinh độ { $lon } và vĩ độ { $lat } bị đổi chỗ cho nhau.
    .help = Ở Việt Nam kinh độ (lon) khoảng 102–110, vĩ độ (lat) khoảng 8–24: đổi lại hai giá trị.
fault-position-off-earth = vị trí kinh độ { $lon }, vĩ độ { $lat } không có trên trái đất.
    .help = Kinh độ từ -180 đến 180, vĩ độ từ -90 đến 90. Nếu là toạ độ VN-2000 (mét), chuyển sang EPSG:4326.
fault-position-far = vị trí kinh độ { $lon }, vĩ độ { $lat } cách phần còn lại của huyện khoảng { $km } km.
    .help = Xem lại toạ độ, có thể sai một chữ số.
fault-length-below-straight = thuộc tính length_m: đường dài { $length } m, ngắn hơn khoảng cách thẳng giữa hai đầu ({ $straight } m).
    .help = Xem lại con số (mét, không phải km), hoặc bỏ length_m để chương trình tính theo hình vẽ.
fault-roads-in-parts = mạng đường gồm { $parts } phần không nối với nhau; { $roads } đoạn nằm ngoài phần lớn nhất, đoạn đầu tiên là { $road }.
    .help = Hai đường chỉ nối nhau khi đầu đường có toạ độ trùng khít. Nối lại trong QGIS (bật bắt điểm), hoặc xoá các đoạn rời.

## Cài đặt project.toml

fault-toml-syntax = sai cú pháp TOML ở đây.
    .help = Mỗi dòng có dạng tên = giá trị; chữ đặt trong ngoặc kép, số thập phân dùng dấu chấm, ví dụ hours = 0.05.
fault-section-malformed = mục { $section } phải là một nhóm cài đặt.
    .help = Ghi dòng [{ $section }], rồi các cài đặt của nhóm ở các dòng dưới.

## Mã tham chiếu

fault-commune-unknown = cột { $field }: không có xã nào mang mã “{ $value }”.
    .help = { $suggestion ->
        [no-suggestion] Các mã xã nằm ở thuộc tính code trong communes.geojson: { $known }.
       *[other] Có phải ý bạn là “{ $suggestion }” ({ $suggestion_name })?
    }
fault-depot-unknown = cột { $field }: không có bãi xe nào mang mã “{ $value }”.
    .help = { $suggestion ->
        [no-suggestion] Các mã bãi xe nằm ở cột id trong depots.csv: { $known }.
       *[other] Có phải ý bạn là “{ $suggestion }” ({ $suggestion_name })?
    }
fault-point-unknown = cột { $field }: không có điểm tập kết nào mang mã “{ $value }”.
    .help = { $suggestion ->
        [no-suggestion] Các mã điểm nằm ở cột id trong points.csv: { $known }.
       *[other] Có phải ý bạn là “{ $suggestion }” ({ $suggestion_name })?
    }
fault-commune-without-points = xã { $commune } không có điểm tập kết nào.
    .help = Thêm điểm của xã này vào points.csv; nếu xã không thuộc vùng thu gom thì xoá khỏi communes.geojson.
fault-codes-without-zeros = { $count } mã xã mất số 0 ở đầu, như “{ $short }”; đã hiểu là “{ $code }”.
    .help = Excel bỏ số 0 ở đầu khi mở CSV: định dạng cột commune_code là Văn bản (Text) trước khi nhập.

## Lịch

fault-scope-malformed = cột scope: không hiểu “{ $value }”.
    .help = { $suggestion ->
        [no-suggestion] Ghi all (toàn huyện), commune:MÃ_XÃ hoặc point:MÃ_ĐIỂM.
       *[other] Có phải ý bạn là “{ $suggestion }:…”? Ghi all (toàn huyện), commune:MÃ_XÃ hoặc point:MÃ_ĐIỂM.
    }
fault-dates-reversed = cột date_to: ngày cuối { $to } trước ngày đầu { $from }.
    .help = Đổi chỗ hai ngày, hoặc xem lại năm.
fault-calendar-when = dòng “{ $value }” phải có hoặc ngày tháng (date_from, date_to), hoặc thứ trong tuần (weekdays), không phải cả hai.
    .help = Chợ phiên hằng tuần ghi weekdays; ngày lễ, lễ hội, mùa vụ ghi date_from và date_to.
fault-calendar-factors = cột kg_factor: có { $factors } hệ số cho { $days } ngày.
    .help = Ghi một hệ số chung, hoặc mỗi ngày trong weekdays một hệ số theo cùng thứ tự.

## Xã và điểm tập kết

fault-point-outside-commune = điểm { $point } nằm ngoài ranh giới xã { $commune } khoảng { $metres } m.
    .help = { $suggestion ->
        [no-suggestion] Sửa toạ độ, hoặc sửa cột commune_code.
       *[other] Điểm nằm trong xã { $suggestion_name }: có phải commune_code là “{ $suggestion }”? Nếu không, sửa toạ độ.
    }
fault-point-near-outline = điểm { $point } nằm ngoài ranh giới xã { $commune } khoảng { $metres } m.
    .help = { $suggestion ->
        [no-suggestion] Ranh giới chỉ gần đúng nên vẫn dùng được; xem lại toạ độ nếu có thể.
       *[other] Ranh giới chỉ gần đúng nên vẫn dùng được; nếu điểm thuộc xã { $suggestion_name } thì commune_code là “{ $suggestion }”.
    }
fault-people-differ = xã { $commune } có { $population } người, nhưng các điểm của xã cộng lại { $sum } người.
    .help = Sửa people_served của các điểm, hoặc population của xã; chỉ tiêu trong báo cáo tính theo tổng của các điểm.
fault-waste-per-person-absurd = điểm { $point }: { $kg } kg mỗi ngày cho { $people } người là { $rate } kg mỗi người, nhiều bất thường.
    .help = Xem lại kg_per_day (kg mỗi ngày, không phải mỗi tuần) và people_served.
fault-fixed-days-not-allowed = điểm { $point }: ngày cố định { $days } không nằm trong các ngày được phép ({ $allowed }).
    .help = Sửa days_fixed, hoặc thêm ngày vào days_allowed.
fault-visits-min-above-max = điểm { $point }: số lần thu gom ít nhất ({ $least }) lớn hơn số lần nhiều nhất ({ $most }).
    .help = Giảm visits_min (để trống thì chương trình tự tính), hoặc tăng visits_max.
fault-window-ends-before-start = điểm { $point }: khung giờ kết thúc ({ $to }) trước khi bắt đầu ({ $from }).
    .help = Sửa window_from hoặc window_to; quá nửa đêm thì ghi tiếp, ví dụ 25:30.
fault-pattern-impossible = điểm { $point }: không có bộ ngày thu gom nào đáp ứng được: { $reason ->
        [containers] giữa hai lần thu gom gần nhất có thể đã có { $kg } kg, thùng chỉ chứa { $holds } kg
        [today] hiện nay thu gom { $needed } lần mỗi tuần, nhưng nhiều nhất chỉ cho phép { $given } lần
        [days] cần ít nhất { $needed } lần mỗi tuần, nhưng chỉ có { $given } ngày được phép
        [wait] với các ngày và số lần cho phép, rác phải chờ ít nhất { $needed } ngày, quá mức { $given } ngày
       *[fixed] có { $needed } ngày cố định, nhưng nhiều nhất chỉ cho phép { $given } lần mỗi tuần
    }.
    .help = { $reason ->
        [containers] Đặt ít nhất { $needed } thùng (hiện có { $given }), hoặc cho phép thêm ngày, thêm lần thu gom.
        [today] Tăng visits_max lên { $needed }, hoặc đặt never_below_today = false trong project.toml.
        [days] Thêm ngày vào days_allowed, hoặc giảm số lần ít nhất (visits_min, hay số lần hiện nay).
        [wait] Tăng max_days_between, visits_max, hoặc thêm ngày vào days_allowed.
       *[fixed] Tăng visits_max, hoặc bớt ngày trong days_fixed.
    }
fault-visit-too-heavy = điểm { $point }: mỗi lần thu gom ít nhất cũng tới { $kg } kg, nhưng xe lớn nhất chỉ chở { $most } kg một chuyến.
    .help = Tách thành nhiều điểm, cho phép thu gom nhiều ngày hơn (visits_max, days_allowed), hoặc xem lại kg_per_day.

## Xe

fault-shift-ends-before-start = xe { $truck }: ca làm việc kết thúc ({ $to }) trước khi bắt đầu ({ $from }).
    .help = Nếu ca kéo qua nửa đêm, ghi giờ kết thúc là { $next_day }.
fault-shift-outside-depot-hours = xe { $truck }: ca làm việc nằm ngoài giờ mở cửa của bãi xe { $depot } ({ $from }–{ $to }).
    .help = Xe chỉ đi và về trong giờ bãi mở cửa; sửa ca, hoặc open_from và open_to trong depots.csv.
fault-payload-above-gross = xe { $truck }: tải trọng { $payload } kg không nhỏ hơn tổng trọng lượng { $gross } kg.
    .help = Xem giấy đăng kiểm: tổng trọng lượng (gross_weight_kg) gồm cả xe, người và rác.
fault-truck-wider-than-roads = xe { $truck } cần đường rộng { $width } m, nhưng đường rộng nhất chỉ { $widest } m.
    .help = Xem lại min_lane_width_m (mét), hoặc width_m trong roads.geojson.
fault-truck-heavier-than-roads = xe { $truck } nặng { $weight } tấn, nhưng không đường nào cho xe quá { $strongest } tấn.
    .help = Xem lại gross_weight_kg (kg), hoặc max_weight_t trong roads.geojson.

## Bãi xe, lò đốt, bãi chôn lấp

fault-hours-end-before-start = { $site }: giờ đóng cửa ({ $to }) không sau giờ mở cửa ({ $from }).
    .help = Sửa open_from hoặc open_to; mở cả ngày thì ghi 00:00 và 24:00.
fault-facilities-too-many = tệp có { $found } nơi đổ; chỉ lập kế hoạch được với nhiều nhất { $most } nơi.
    .help = Xóa những nơi mà xe của địa bàn này không bao giờ đến đổ.
fault-facility-never-open = { $name } ({ $facility }) không mở cửa ngày nào.
    .help = Ghi các ngày mở cửa vào cột open_days, ví dụ T2-T7.
fault-facility-without-bays = { $name } ({ $facility }) không có chỗ đổ rác nào.
    .help = Ghi vào cột bays số xe đổ rác được cùng lúc, ít nhất là 1.
fault-facility-accepts-nothing = { $name } ({ $facility }) không nhận tấn nào mỗi ngày.
    .help = Để trống accept_max_t_per_day nếu không giới hạn; xoá dòng nếu nơi này đã đóng cửa.
fault-furnace-figure-missing = { $name } ({ $facility }): thiếu số liệu ở cột { $field }.
    .help = Lò đốt cần đủ burn_kg_per_hour, burn_hours_per_day và yard_capacity_t.
fault-furnace-never-burns = { $name } ({ $facility }): cột { $field } bằng 0 nên lò không bao giờ đốt được rác.
    .help = Ghi công suất, số giờ đốt và sức chứa của sân; nếu lò đã ngừng thì xoá dòng.
fault-landfill-with-furnace = { $name } ({ $facility }) là bãi chôn lấp nên cột { $field } không được dùng.
    .help = Để trống cột này, hoặc đổi kind thành incinerator.

## Đường đi tới các nơi

fault-point-unreachable = điểm { $point }: không xe nào ({ $trucks }) vừa đến được vừa quay ra được.
    .help = Xem bề rộng, tải trọng và chiều đi của các đường quanh điểm trong roads.geojson, hoặc dùng xe nhỏ hơn.
fault-point-access-too-narrow = điểm { $point }: lối vào chỉ rộng { $width } m, nhưng xe nhỏ nhất trong các xe có đường tới đó ({ $trucks }) cần { $needed } m.
    .help = Xem lại access_width_m của điểm (mét; để trống nếu không hẹp hơn đường), hoặc dùng xe nhỏ hơn.
fault-visit-too-heavy-for-access = điểm { $point }: mỗi lần thu gom ít nhất cũng tới { $kg } kg, nhưng các xe vào được điểm ({ $trucks }) chỉ chở nhiều nhất { $most } kg một chuyến.
    .help = Tách thành nhiều điểm, cho phép thu gom nhiều ngày hơn (visits_max, days_allowed), hoặc đưa điểm ra chỗ xe lớn vào được.
fault-point-far-from-road = điểm { $point } cách đường gần nhất mà xe vào được { $metres } m.
    .help = Xem lại toạ độ của điểm, vẽ thêm đường vào điểm, hoặc xem bề rộng và tải trọng của đường bên cạnh.
fault-facility-unreachable = { $facility }: không xe nào ({ $trucks }) vừa đến được vừa quay ra được.
    .help = Xem bề rộng, tải trọng và chiều đi của các đường vào nơi này trong roads.geojson.
fault-facility-far-from-road = { $facility } cách đường gần nhất mà xe vào được { $metres } m.
    .help = Xem lại toạ độ trong facilities.csv, vẽ thêm đường vào, hoặc xem bề rộng và tải trọng của đường bên cạnh.
fault-depot-far-from-road = bãi xe { $depot } cách đường gần nhất mà xe vào được { $metres } m.
    .help = Xem lại toạ độ trong depots.csv, vẽ thêm đường vào, hoặc xem bề rộng và tải trọng của đường bên cạnh.

## Bài toán mẫu

fault-instance-unknown = tệp không theo dạng bài toán mẫu nào mà chương trình đọc được.
    .help = Ghi thư mục dự án, ví dụ maps/phu-luong, hoặc tệp bài toán mẫu: .vrp (VRPLIB), .geojson (theo chu kỳ, có nơi đổ), .json (thu gom rác), hoặc tệp không đuôi theo dạng Cordeau (theo chu kỳ).
fault-instance-number = “{ $value }” không phải là số từ { $least } đến { $most }.
    .help = Ghi số với dấu chấm thập phân, hoặc tải lại bài toán mẫu: có thể tệp đã hỏng.
fault-instance-whole-number = “{ $value }” không phải là số nguyên từ { $least } đến { $most }.
    .help = Ghi số nguyên, hoặc tải lại bài toán mẫu: có thể tệp đã hỏng.
fault-instance-not-json = tệp không phải là JSON trọn vẹn.
    .help = Tệp bị cắt cụt hoặc bị sửa hỏng; tải lại bài toán mẫu.
fault-instance-field-missing = thiếu trường “{ $field }”.
    .help = Thêm trường này vào phần đó của tệp, hoặc tải lại bài toán mẫu.
fault-instance-not-a-list = “{ $value }” không phải là danh sách.
    .help = Ghi danh sách trong ngoặc vuông, hoặc tải lại bài toán mẫu.
fault-instance-list-length = danh sách có { $found } mục, phải là { $expected }.
    .help = Ghi thêm hoặc bớt cho đủ, hoặc tải lại bài toán mẫu.
fault-instance-flag = “{ $value }” không phải là true hay false.
    .help = Ghi true hoặc false.
fault-instance-section-unknown = chương trình không biết mục “{ $section }”.
    .help = Mục này thuộc loại bài toán khác; chỉ đọc NODE_COORD_SECTION, DEMAND_SECTION và DEPOT_SECTION.
fault-instance-section-missing = thiếu mục “{ $section }” hoặc mục này không đủ dòng.
    .help = Thêm mục này, mỗi nút một dòng, hoặc tải lại bài toán mẫu: có thể tệp bị cắt cụt.
fault-instance-key-missing = thiếu dòng “{ $key }”.
    .help = Thêm vào đầu tệp, dạng { $key } : giá trị.
fault-instance-unsupported = { $key } là “{ $value }”; ở đây chỉ đọc { $expected }.
    .help = Tệp thuộc loại bài toán khác; chọn bài toán mẫu đúng loại.
fault-instance-dimension = DIMENSION là { $dimension }, nhưng NODE_COORD_SECTION có { $nodes } dòng.
    .help = Tải lại bài toán mẫu: có thể tệp bị cắt cụt.
fault-instance-line = “{ $line }” không thuộc phần nào.
    .help = Xóa dòng này, hoặc tải lại bài toán mẫu.
fault-instance-row = dòng { $number } của mục phải bắt đầu bằng { $number } và có { $words } số; ở đây bắt đầu bằng “{ $first }” và có { $found }.
    .help = Đánh số các dòng lần lượt từ 1, hoặc tải lại bài toán mẫu.
fault-instance-line-length = dòng có { $found } số, phải là { $expected }.
    .help = Ghi cho đủ dòng, hoặc tải lại bài toán mẫu.
fault-instance-too-few-lines = tệp có { $found } dòng, nhưng đầu tệp ghi { $expected }.
    .help = Tải lại bài toán mẫu: có thể tệp bị cắt cụt.
fault-instance-too-many-nodes = bài toán có { $found } nút; chỉ đọc được nhiều nhất { $most }.
    .help = Chọn bài toán nhỏ hơn.
fault-instance-too-many-facilities = bài toán có { $found } nơi đổ; chỉ đọc được nhiều nhất { $most }.
    .help = Chọn bài toán có ít nơi đổ hơn.
fault-instance-frequency = mã này ứng với { $days } ngày, nhưng tần suất là { $frequency }.
    .help = Ghi mã có số chữ số 1 trong hệ nhị phân bằng tần suất.
fault-instance-frequency-uneven = không chia đều { $frequency } lượt trong { $days } ngày được.
    .help = Ghi tần suất là ước của số ngày.
fault-instance-first-depot = nút đầu tiên không phải là bãi xe.
    .help = Đặt bãi xe ở đầu: các nút được gọi theo thứ tự trong danh sách.
fault-instance-node-type = “{ $value }” không phải là loại nút dùng được ở đây.
    .help = Ghi depot (chỉ nút đầu tiên), customer hoặc intermediateFacility.
fault-instance-no-patterns = không có danh sách ngày cho tần suất { $frequency }.
    .help = Thêm vào “patterns”, hoặc đổi tần suất.
fault-instance-no-customers = bài toán không có khách hàng nào nên không có gì để lập kế hoạch.
    .help = Tải lại bài toán mẫu, hoặc chọn bài toán khác.
fault-instance-no-day = danh sách ngày trống.
    .help = Ghi ít nhất một ngày.
