# Đường đi của xe, phiếu và tệp xuất ra.

way-along = { $road } { $length }
way-straight = đi thẳng { $road } { $length }
way-straight-on = đi thẳng tiếp { $length }
way-slight-left = chếch trái vào { $road } { $length }
way-slight-left-on = chếch trái, đi tiếp { $length }
way-slight-right = chếch phải vào { $road } { $length }
way-slight-right-on = chếch phải, đi tiếp { $length }
way-left = rẽ trái vào { $road } { $length }
way-left-on = rẽ trái, đi tiếp { $length }
way-right = rẽ phải vào { $road } { $length }
way-right-on = rẽ phải, đi tiếp { $length }
way-u-turn = quay đầu, { $road } { $length }
way-u-turn-on = quay đầu, đi { $length }
way-here = ngay tại chỗ
way-narrow = (hẹp { $width } m)
way-flood-prone = (ngầm, dễ ngập)
way-kilometres = { $value } km
way-metres = { $value } m
way-road-named = đường { $name }
way-road-trunk = quốc lộ
way-road-primary = tỉnh lộ
way-road-secondary = đường tỉnh
way-road-tertiary = đường liên xã
way-road-unclassified = đường xóm
way-road-residential = đường phố
way-road-service = đường nội bộ
way-road-track = đường đất

export-file-routes = lo-trinh
export-file-schedule = lich-thu-gom
export-file-week = ca-tuan

cli-verb-export = Xuất lịch thành tệp cho lái xe, người dân, cơ quan và chương trình khác
    .more =
        Tất cả các tệp được ghi vào thư mục của -o. Lịch vi phạm quy tắc thì không được xuất (mã thoát 5).
        Tệp theo xã có khi không chọn xe; tệp theo xe có khi không chọn xã; chọn cả hai thì có cả hai.
cli-value-export-formats = all|DẠNG,DẠNG
cli-value-truck = XE
cli-value-day = mon|tue|…|sun
cli-value-commune = XÃ
cli-option-export-format = Dạng tệp, cách nhau bằng dấu phẩy: csv; all là tất cả [mặc định: all]
cli-option-export-truck = Chỉ xe này
cli-option-export-day = Chỉ ngày này
cli-option-export-commune = Chỉ xã, thị trấn này (tên hoặc mã)
cli-option-export-from = Ngày thứ Hai của tuần đầu tiên, cho lịch chưa có ngày tháng
cli-option-export-output = Thư mục ghi các tệp; chưa có thì tạo mới [mặc định: out]
export-unknown-commune = không có xã, thị trấn “{ $commune }”
export-other-week = lịch này được lập cho tuần bắt đầu ngày { $monday }
export-other-week-hint = bỏ --from, hoặc lập lịch cho tuần khác bằng thugom plan --from
export-breaks-rules = lịch vi phạm { $count } quy tắc nên không được xuất
export-breaks-rules-hint = xem từng vi phạm bằng thugom check
export-written = đã ghi { $count } tệp vào { $folder }
