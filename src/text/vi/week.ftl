# Báo cáo cả tuần, một trang web không cần mạng.

week-title = { $district }: lịch thu gom rác trong tuần
week-undated = Lịch lặp lại hằng tuần
week-figures = Kết quả chính
week-today = hiện nay { $value }
week-routes = Lộ trình từng ngày
week-days = Chọn ngày
week-all-days = Cả tuần
week-idle = không có việc
week-zoom-in = Phóng to
week-zoom-out = Thu nhỏ
week-zoom-all = Toàn huyện
week-map-hint = Kéo để di chuyển; lăn chuột hoặc chụm hai ngón để phóng to; chạm một điểm để xem.
week-chart-day = { $day }: { $trucks } xe · { $tonnes } tấn · { $km } km
week-no-routes = Không có xe nào chạy.
week-key-serve = thu gom
week-key-drive = chạy xe
week-key-unload = đổ rác
week-key-break = nghỉ
week-key-wait = chờ
week-key-prepare = chuẩn bị
week-stop-note = { $truck }, điểm { $number }: { $name }, { $commune } · { $start }–{ $end } · { $kg } kg
week-unmet = Yêu cầu chưa đạt
week-footer = Lập bằng thugom { $version } · mầm ngẫu nhiên { $seed }
